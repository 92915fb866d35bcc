package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KontorException;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import java.util.List;
import java.util.Optional;

/**
 * A way that deals go.
 *
 * @param account the source account whose orders come here; empty for one that people fill
 * @param stages in their order; never empty
 */
record Pipeline(PipelineId id, String name, Optional<SourceAccountId> account, List<Stage> stages, long version) {
    Pipeline {
        stages = List.copyOf(stages);
    }

    /**
     * A step of the way. Won and lost are outcomes of a deal, not stages.
     *
     * @param probability that a deal in this stage is won, in percent
     */
    record Stage(StageId id, String name, int probability, Kind kind) {
        /** The kinds of stages. */
        enum Kind {
            OPEN
        }
    }

    Stage first() {
        return stages.get(0);
    }

    /** @throws KontorException {@link PipelineError#STAGE_NOT_FOUND} */
    Stage stage(StageId wanted) {
        return stages.stream()
                .filter(stage -> stage.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new KontorException(PipelineError.STAGE_NOT_FOUND));
    }
}
