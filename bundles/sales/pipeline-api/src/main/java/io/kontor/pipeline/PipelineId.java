package io.kontor.pipeline;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a pipeline.
 *
 * @param value the identifier
 */
public record PipelineId(UUID value) implements TypedId {}
