package io.kontor.customer.internal;

import io.kontor.customer.CustomerId;
import java.time.Instant;

/**
 * A record that was merged into a customer and can be given back.
 *
 * @param name what the record itself is called, or a way to reach it where it has no name
 */
record MergedRecord(CustomerId id, String name, Instant mergedAt) {}
