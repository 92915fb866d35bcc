package io.kontor.pipeline;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/** What happens to pipelines. */
public sealed interface PipelineEvent extends DomainEvent {

    PipelineId pipeline();

    long version();

    @Override
    default Ref subject() {
        return new Ref("pipeline", pipeline().value());
    }

    /** It is called differently. */
    record Renamed(PipelineId pipeline, String newName, long version) implements PipelineEvent {
        public static final String NAME = "pipeline.pipeline-renamed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
