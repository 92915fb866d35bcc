package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Row;
import java.util.Currency;

/** Makes records out of the columns of the deal tables. */
final class DealColumns {
    private DealColumns() {}

    static KeptDeal kept(Row row) {
        Deal deal = new Deal(
                new DealId(row.uuid("id")),
                new PipelineId(row.uuid("pipeline_id")),
                new StageId(row.uuid("stage_id")),
                row.enumeration("outcome", Outcome.class),
                row.enumeration("origin", Origin.class),
                row.string("title"),
                row.optionalUuid("customer_id").map(CustomerId::new),
                new UserId(row.uuid("owner_id")),
                money(row, "value_minor"),
                money(row, "refunded_minor"),
                row.optionalDate("next_step"),
                row.optionalString("loss_reason"),
                row.instant("opened_at"),
                row.instant("entered_stage_at"),
                row.optionalInstant("closed_at"),
                row.number("version"));
        return new KeptDeal(
                deal,
                row.number("position"),
                row.optionalString("closed_by").map(Origin::valueOf),
                row.optionalString("suggestion").map(KeptDeal.Suggestion::valueOf));
    }

    static DealOrder order(Row row) {
        return new DealOrder(
                new OrderId(row.uuid("order_id")),
                new DealId(row.uuid("deal_id")),
                row.string("number"),
                row.enumeration("state", OrderState.class),
                row.enumeration("payment", PaymentState.class),
                money(row, "total_minor"),
                money(row, "refunded_minor"),
                row.number("order_version"));
    }

    static StageChange change(Row row) {
        return new StageChange(
                row.uuid("id"),
                new DealId(row.uuid("deal_id")),
                row.instant("happened_at"),
                row.optionalUuid("actor_id").map(UserId::new),
                row.string("actor_name"),
                row.optionalUuid("from_stage_id").map(StageId::new),
                new StageId(row.uuid("to_stage_id")),
                row.enumeration("outcome", Outcome.class));
    }

    static StageSum sum(Row row) {
        return new StageSum(new StageId(row.uuid("stage_id")), row.number("deals"), money(row, "value_minor"));
    }

    private static Money money(Row row, String column) {
        return new Money(row.number(column), Currency.getInstance(row.string("currency")));
    }
}
