package io.kontor.pipeline.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pipeline as JSON.
 *
 * @param account the source account whose orders come here; absent for one that people fill
 */
public record PipelineJson(UUID id, String name, Optional<UUID> account, List<StageJson> stages, long version) {
    /**
     * A stage.
     *
     * @param probability that a deal in it is won, in percent
     */
    public record StageJson(UUID id, String name, int probability) {
        static StageJson of(Pipeline.Stage stage) {
            return new StageJson(stage.id().value(), stage.name(), stage.probability());
        }
    }

    static PipelineJson of(Pipeline pipeline) {
        return new PipelineJson(
                pipeline.id().value(),
                pipeline.name(),
                pipeline.account().map(account -> account.value()),
                pipeline.stages().stream().map(StageJson::of).toList(),
                pipeline.version());
    }
}
