/** How products and listings are kept. */
@org.jspecify.annotations.NullMarked
package io.kontor.catalog.internal;
