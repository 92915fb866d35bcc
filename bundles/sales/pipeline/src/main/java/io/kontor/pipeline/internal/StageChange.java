package io.kontor.pipeline.internal;

import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.StageId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the stage log.
 *
 * @param actor who did it; empty for Kontor itself
 * @param actorName who did it, to show
 * @param from the stage before; empty for a new deal
 * @param outcome the outcome afterwards
 */
record StageChange(
        UUID id,
        DealId deal,
        Instant at,
        Optional<UserId> actor,
        String actorName,
        Optional<StageId> from,
        StageId to,
        Outcome outcome) {}
