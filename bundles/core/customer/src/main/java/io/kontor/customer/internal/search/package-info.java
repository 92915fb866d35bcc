/** The keys that the quick search and the list's filter go through. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.search;
