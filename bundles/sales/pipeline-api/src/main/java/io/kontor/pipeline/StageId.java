package io.kontor.pipeline;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a stage of a pipeline.
 *
 * @param value the identifier
 */
public record StageId(UUID value) implements TypedId {}
