/** What happened with a customer, and the notes that colleagues write. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.timeline;
