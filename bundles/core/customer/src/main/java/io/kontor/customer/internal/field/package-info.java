/** Fields that a workspace declares for its customers. */
@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.field;
