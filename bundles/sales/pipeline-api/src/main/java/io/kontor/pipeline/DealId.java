package io.kontor.pipeline;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a deal.
 *
 * @param value the identifier
 */
public record DealId(UUID value) implements TypedId {}
