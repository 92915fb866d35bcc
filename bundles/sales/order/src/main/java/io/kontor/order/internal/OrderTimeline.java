package io.kontor.order.internal;

import io.kontor.customer.TimelineEntry;
import io.kontor.kernel.Ref;
import io.kontor.order.Order;
import io.kontor.order.OrderState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an order says on its customer's timeline. */
final class OrderTimeline {
    static final String PLACED = "order.placed";
    static final String PAID = "order.paid";
    static final String REFUNDED = "order.refunded";
    static final String CANCELLED = "order.cancelled";

    private OrderTimeline() {}

    /** The entries of an order as it stands, by their source. */
    static Map<String, TimelineEntry> entries(Order order) {
        Map<String, TimelineEntry> entries = new LinkedHashMap<>();
        entries.put(PLACED, entry(order, PLACED, order.total().toString(), "placed", order.placedAt()));
        if (order.payment().wasPaid()) {
            entries.put(
                    PAID,
                    entry(
                            order,
                            PAID,
                            order.total().toString(),
                            "paid",
                            order.paidAt().orElse(order.changedAt())));
        }
        if (order.refunded().minor() > 0) {
            entries.put(REFUNDED, entry(order, REFUNDED, order.refunded().toString(), "refunded", order.changedAt()));
        }
        if (order.state() == OrderState.CANCELLED) {
            entries.put(CANCELLED, entry(order, CANCELLED, order.total().toString(), "cancelled", order.changedAt()));
        }
        return entries;
    }

    private static TimelineEntry entry(Order order, String source, String amount, String word, Instant at) {
        return new TimelineEntry(
                order.customer(),
                order.contact(),
                source,
                new Ref("order", order.id().value()),
                "order.timeline." + word,
                Map.of("number", order.number(), "amount", amount, "channel", order.channel()),
                "Order " + order.number() + " " + word + ": " + amount,
                at);
    }
}
