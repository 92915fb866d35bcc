package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deal with everything that is stored in its row.
 *
 * @param position its place within the stage, the smallest on top
 * @param closedBy whether a person or an order closed it
 * @param suggestion what the orders say about a deal that only a person may close
 */
record KeptDeal(Deal deal, long position, Optional<Origin> closedBy, Optional<Suggestion> suggestion) {
    /** What a person might do with the deal. */
    enum Suggestion {
        WIN,
        LOSE
    }

    /** What a person may change of a deal besides its stage and outcome. */
    record Facts(
            String title, Optional<CustomerId> customer, UserId owner, Money value, Optional<LocalDate> nextStep) {}

    /** A new deal that a person makes. */
    static KeptDeal byHand(DealId id, PipelineId pipeline, StageId stage, Facts facts, Instant now, long position) {
        return fresh(Origin.HAND, id, pipeline, stage, facts, now, position);
    }

    /** A new deal that an order makes. */
    static KeptDeal byOrder(DealId id, PipelineId pipeline, StageId stage, Facts facts, Instant now, long position) {
        return fresh(Origin.ORDER, id, pipeline, stage, facts, now, position);
    }

    private static KeptDeal fresh(
            Origin origin, DealId id, PipelineId pipeline, StageId stage, Facts facts, Instant now, long position) {
        Deal deal = new Deal(
                id,
                pipeline,
                stage,
                Outcome.OPEN,
                origin,
                facts.title(),
                facts.customer(),
                facts.owner(),
                facts.value(),
                Money.zero(facts.value().currency()),
                facts.nextStep(),
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                1);
        return new KeptDeal(deal, position, Optional.empty(), Optional.empty());
    }

    /** Since when a deal is in its stage. */
    private record Step(StageId stage, Instant since) {}

    /** How a deal ended, if it did. */
    private record End(Outcome outcome, Optional<String> reason, Optional<Instant> at) {}

    /** The deal with all of it that changes. */
    private Deal deal(Facts facts, Money refunded, Step step, End end, long version) {
        return new Deal(
                deal.id(),
                deal.pipeline(),
                step.stage(),
                end.outcome(),
                deal.origin(),
                facts.title(),
                facts.customer(),
                facts.owner(),
                facts.value(),
                refunded,
                facts.nextStep(),
                end.reason(),
                deal.openedAt(),
                step.since(),
                end.at(),
                version);
    }

    private Step step() {
        return new Step(deal.stage(), deal.enteredStageAt());
    }

    private End end() {
        return new End(deal.outcome(), deal.lossReason(), deal.closedAt());
    }

    boolean open() {
        return deal.outcome() == Outcome.OPEN;
    }

    boolean madeByOrder() {
        return deal.origin() == Origin.ORDER;
    }

    Facts facts() {
        return new Facts(deal.title(), deal.customer(), deal.owner(), deal.value(), deal.nextStep());
    }

    KeptDeal ownedBy(UserId owner) {
        Facts facts = new Facts(deal.title(), deal.customer(), owner, deal.value(), deal.nextStep());
        return with(facts, suggestion);
    }

    KeptDeal with(Facts facts, Optional<Suggestion> suggested) {
        Deal changed = deal(facts, deal.refunded(), step(), end(), deal.version());
        return new KeptDeal(changed, position, closedBy, suggested);
    }

    KeptDeal with(Money value, Money refunded) {
        Facts worth = new Facts(deal.title(), deal.customer(), deal.owner(), value, deal.nextStep());
        Deal changed = deal(worth, refunded, step(), end(), deal.version());
        return new KeptDeal(changed, position, closedBy, suggestion);
    }

    KeptDeal suggesting(Suggestion suggested) {
        return new KeptDeal(deal, position, closedBy, Optional.of(suggested));
    }

    /** In another stage, or at another place of the same one. */
    KeptDeal at(StageId stage, long place, Instant now) {
        Instant entered = stage.equals(deal.stage()) ? deal.enteredStageAt() : now;
        Deal moved = deal(facts(), deal.refunded(), new Step(stage, entered), end(), deal.version());
        return new KeptDeal(moved, place, closedBy, suggestion);
    }

    KeptDeal won(Origin by, Instant now) {
        return closed(Outcome.WON, Optional.empty(), Optional.of(by), Optional.of(now));
    }

    KeptDeal lost(String reason, Origin by, Instant now) {
        return closed(Outcome.LOST, Optional.of(reason), Optional.of(by), Optional.of(now));
    }

    KeptDeal reopened() {
        return closed(Outcome.OPEN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private KeptDeal closed(Outcome outcome, Optional<String> reason, Optional<Origin> by, Optional<Instant> at) {
        Deal closed = deal(facts(), deal.refunded(), step(), new End(outcome, reason, at), deal.version());
        return new KeptDeal(closed, position, by, Optional.empty());
    }

    /** The same with the next version: what is written after a change. */
    KeptDeal next() {
        Deal next = deal(facts(), deal.refunded(), step(), end(), deal.version() + 1);
        return new KeptDeal(next, position, closedBy, suggestion);
    }
}
