/** Who is this: the resolver and the suspected duplicates. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.identity;
