/** The customers: facts, the one merged view of them, and what changes them. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal;
