@org.jspecify.annotations.NullMarked
package io.kontor.customer.internal.handover;
