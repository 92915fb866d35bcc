package io.kontor.pipeline;

import java.time.LocalDate;
import java.util.Optional;

/** The deals of the current workspace. Verbs join the current transaction. An OSGi service. */
public interface Deals {

    /** Opens a deal by hand. */
    Deal open(NewDeal deal);

    Optional<Deal> find(DealId id);

    /**
     * Moves a deal to another stage of its pipeline.
     *
     * @param expectedVersion the version that the person saw
     * @throws io.kontor.kernel.KontorException {@code request.stale} if somebody changed it in the meantime,
     *     {@code pipeline.stage-not-found}, {@code pipeline.deal-closed}
     */
    Deal move(DealId id, StageId stage, long expectedVersion);

    /** Says when the next step is due, in the workspace's zone; empty for none. */
    Deal planNextStep(DealId id, Optional<LocalDate> due, long expectedVersion);

    /** Wins it. */
    Deal win(DealId id, long expectedVersion);

    /**
     * Loses it.
     *
     * @param reason why, in the person's words; needed
     */
    Deal lose(DealId id, String reason, long expectedVersion);

    /** Opens a closed deal again, in the stage it was in. */
    Deal reopen(DealId id, long expectedVersion);
}
