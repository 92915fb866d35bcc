package io.kontor.pipeline;

import io.kontor.customer.SourceAccountId;
import java.util.List;
import java.util.Optional;

/** The pipelines of the current workspace. An OSGi service. */
public interface Pipelines {

    /** All of them: those that people fill, and one for each account whose orders make deals. */
    List<Outline> all();

    /**
     * The open deals of a pipeline that the current actor may see, newest first.
     *
     * @param limit at most so many, 1 to {@value io.kontor.kernel.PageRequest#MAX_LIMIT}
     */
    List<Deal> open(PipelineId pipeline, int limit);

    /**
     * A pipeline and its stages.
     *
     * @param account the source account whose orders come here; empty for one that people fill
     * @param stages in their order, never empty
     */
    record Outline(PipelineId id, String name, Optional<SourceAccountId> account, List<StageId> stages) {

        public Outline {
            stages = List.copyOf(stages);
        }
    }
}
