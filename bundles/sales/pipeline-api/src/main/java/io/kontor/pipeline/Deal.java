package io.kontor.pipeline;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deal on its way through a pipeline.
 *
 * @param origin whether a person or an order made it
 * @param value what it is worth
 * @param refunded what was given back of its orders, zero mostly
 * @param nextStep when the next step is due, in the workspace's zone
 * @param lossReason why it was lost
 * @param stage where it is; a lost deal keeps its last stage
 * @param enteredStageAt since when it is there
 * @param version counts the changes, for {@code If-Match}
 */
public record Deal(
        DealId id,
        PipelineId pipeline,
        StageId stage,
        Outcome outcome,
        Origin origin,
        String title,
        Optional<CustomerId> customer,
        UserId owner,
        Money value,
        Money refunded,
        Optional<LocalDate> nextStep,
        Optional<String> lossReason,
        Instant openedAt,
        Instant enteredStageAt,
        Optional<Instant> closedAt,
        long version) {

    /** Whether it is still going on. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }

    /** Who made it: only order-made deals are won by an order's payment. */
    public enum Origin {
        HAND,
        ORDER
    }
}
