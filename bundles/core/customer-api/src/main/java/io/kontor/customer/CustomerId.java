package io.kontor.customer;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a customer. After a merge both ids stay valid: reads go through the set of ids.
 *
 * @param value the identifier
 */
public record CustomerId(UUID value) implements TypedId {}
