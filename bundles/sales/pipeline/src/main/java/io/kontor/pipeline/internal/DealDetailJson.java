package io.kontor.pipeline.internal;

import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One deal as JSON, with its pipeline, its orders and its way through the stages. */
public record DealDetailJson(
        DealJson deal, PipelineJson pipeline, List<DealOrderJson> orders, List<StageChangeJson> log) {
    /** An order of the deal, as its last event told it. */
    public record DealOrderJson(
            UUID id, String number, OrderState state, PaymentState payment, MoneyJson total, MoneyJson refunded) {
        static DealOrderJson of(DealOrder order) {
            return new DealOrderJson(
                    order.order().value(),
                    order.number(),
                    order.state(),
                    order.payment(),
                    MoneyJson.of(order.total()),
                    MoneyJson.of(order.refunded()));
        }
    }

    /**
     * A line of the stage log.
     *
     * @param from absent for the opening
     */
    public record StageChangeJson(
            Instant at, Optional<UUID> user, String actor, Optional<UUID> from, UUID to, Outcome outcome) {
        static StageChangeJson of(StageChange change) {
            return new StageChangeJson(
                    change.at(),
                    change.actor().map(user -> user.value()),
                    change.actorName(),
                    change.from().map(stage -> stage.value()),
                    change.to().value(),
                    change.outcome());
        }
    }

    static DealDetailJson of(DealReading.Detail detail) {
        return new DealDetailJson(
                DealJson.of(detail.kept(), detail.names()),
                PipelineJson.of(detail.pipeline()),
                detail.orders().stream().map(DealOrderJson::of).toList(),
                detail.log().stream().map(StageChangeJson::of).toList());
    }
}
