package io.kontor.order;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies an order.
 *
 * @param value the identifier
 */
public record OrderId(UUID value) implements TypedId {}
