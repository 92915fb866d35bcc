package io.kontor.pipeline.internal;

import io.kontor.kernel.Money;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.pipeline.DealId;

/**
 * An order of a deal, as its last event told it; an order belongs to at most one deal.
 *
 * @param version the order's version that this was told by
 */
record DealOrder(
        OrderId order,
        DealId deal,
        String number,
        OrderState state,
        PaymentState payment,
        Money total,
        Money refunded,
        long version) {

    boolean cancelled() {
        return state == OrderState.CANCELLED;
    }

    boolean paid() {
        return payment.wasPaid();
    }

    static DealOrder of(OrderFact fact, DealId deal) {
        return new DealOrder(
                fact.order(),
                deal,
                fact.number(),
                fact.state(),
                fact.payment(),
                fact.total(),
                fact.refunded(),
                fact.version());
    }
}
