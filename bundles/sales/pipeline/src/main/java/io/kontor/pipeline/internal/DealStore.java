package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of deals. */
interface DealStore {
    /** The deal, locked until the transaction ends. */
    Optional<KeptDeal> lock(DealId id);

    Optional<KeptDeal> find(DealId id, RowRule rule);

    /**
     * The open deals of a customer in a pipeline, locked: order-made ones first, then the latest.
     *
     * @param customer all ids of the customer
     */
    List<KeptDeal> lockOpen(PipelineId pipeline, Set<CustomerId> customer);

    /**
     * Whether there is an open deal of the customer in any pipeline; locks nothing.
     *
     * @param customer all ids of the customer
     */
    boolean anyOpen(Set<CustomerId> customer);

    /** The open deals of an owner, locked, at most so many. */
    List<KeptDeal> lockOpen(UserId owner, int limit);

    /** @throws io.kontor.store.UniqueViolation if the customer has an open order-made deal in the pipeline */
    void insert(KeptDeal deal);

    /** @throws io.kontor.store.UniqueViolation if the customer has an open order-made deal in the pipeline */
    void update(KeptDeal deal);

    /** The smallest position of a stage's open deals. */
    Optional<Long> top(StageId stage);

    /** The open deal next to a position of a stage, towards the top, other than the excepted ones. */
    Optional<Long> above(StageId stage, long position, Set<DealId> except);

    /** The open deal next to a position of a stage, towards the bottom, other than the excepted ones. */
    Optional<Long> below(StageId stage, long position, Set<DealId> except);

    /** Spreads the open deals of a stage evenly again, in their order. */
    void spread(StageId stage);

    /** Adds a line to the stage log. */
    void log(StageChange change);

    /** Oldest first. */
    List<StageChange> log(DealId deal);

    /** Adds to the kept sums, in the order given. */
    void addToTotals(List<StageTotal> changes);

    /** Newest first. */
    Page<KeptDeal> page(DealFilter filter, RowRule rule, PageRequest request);
}
