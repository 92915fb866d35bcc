package io.kontor.order.internal;

import io.kontor.order.Order;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.rest.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An order of a list as JSON. */
public record OrderJson(
        UUID id,
        String number,
        String channel,
        UUID account,
        CustomerRefJson customer,
        OrderState state,
        PaymentState payment,
        String foreignState,
        MoneyJson total,
        MoneyJson refunded,
        Instant placedAt,
        Optional<Instant> paidAt,
        boolean history,
        long version) {
    /** A customer's id with the name to show. */
    public record CustomerRefJson(UUID id, String name) {}

    static OrderJson of(OrderReading.Listed listed) {
        Order order = listed.order();
        return new OrderJson(
                order.id().value(),
                order.number(),
                order.channel(),
                order.externalId().account().value(),
                new CustomerRefJson(order.customer().value(), listed.customerName()),
                order.state(),
                order.payment(),
                order.foreignState(),
                MoneyJson.of(order.total()),
                MoneyJson.of(order.refunded()),
                order.placedAt(),
                order.paidAt(),
                order.history(),
                order.version());
    }
}
