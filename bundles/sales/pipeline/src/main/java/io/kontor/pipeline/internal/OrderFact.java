package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.order.Order;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;

/** What the default rule needs to know of an order. */
record OrderFact(
        OrderId order,
        SourceAccountId account,
        CustomerId customer,
        String number,
        OrderState state,
        PaymentState payment,
        Money total,
        Money refunded,
        long version) {

    static OrderFact of(OrderEvent.Placed placed) {
        return new OrderFact(
                placed.order(),
                placed.account(),
                placed.customer(),
                placed.number(),
                placed.state(),
                placed.payment(),
                placed.total(),
                Money.zero(placed.total().currency()),
                placed.version());
    }

    static OrderFact of(OrderEvent.Changed changed) {
        return new OrderFact(
                changed.order(),
                changed.account(),
                changed.customer(),
                changed.number(),
                changed.state(),
                changed.payment(),
                changed.total(),
                changed.refunded(),
                changed.version());
    }

    static OrderFact of(Order order) {
        return new OrderFact(
                order.id(),
                order.externalId().account(),
                order.customer(),
                order.number(),
                order.state(),
                order.payment(),
                order.total(),
                order.refunded(),
                order.version());
    }

    /** Whether somebody should ask for the money. */
    boolean wantsDeal() {
        return state != OrderState.CANCELLED && (payment == PaymentState.UNPAID || payment == PaymentState.FAILED);
    }
}
