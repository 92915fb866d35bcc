/** How sample data goes, and how it is known that it is gone. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.demo;
