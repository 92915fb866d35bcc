package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import java.util.List;
import java.util.Optional;

/** What the board reads. */
interface BoardStore {
    /** The open deals of a stage from the top. */
    Page<KeptDeal> column(StageId stage, Optional<UserId> owner, RowRule rule, PageRequest request);

    /** The kept sums of a pipeline's stages, one per stage and currency. */
    List<StageSum> totals(PipelineId pipeline, Optional<UserId> owner, RowRule rule);
}
