package io.kontor.order.internal;

import io.kontor.customer.TimelineEntry;
import io.kontor.kernel.Money;
import io.kontor.kernel.Ref;
import io.kontor.order.Order;
import io.kontor.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an order says on its customer's timeline. */
final class OrderTimeline {
    static final String PLACED = "order.placed";
    static final String PAID = "order.paid";
    static final String REFUNDED = "order.refunded";
    static final String CANCELLED = "order.cancelled";

    static final List<String> SOURCES = List.of(PLACED, PAID, REFUNDED, CANCELLED);

    private OrderTimeline() {}

    /** The entries of an order as it stands, one of each source. */
    static List<TimelineEntry> entries(Order order) {
        List<TimelineEntry> entries = new ArrayList<>();
        entries.add(entry(order, PLACED, order.total(), "placed", order.placedAt()));
        if (order.payment().wasPaid()) {
            entries.add(entry(order, PAID, order.total(), "paid", order.paidAt().orElse(order.changedAt())));
        }
        if (order.refunded().minor() > 0) {
            entries.add(entry(order, REFUNDED, order.refunded(), "refunded", order.changedAt()));
        }
        if (order.state() == OrderState.CANCELLED) {
            entries.add(entry(order, CANCELLED, order.total(), "cancelled", order.changedAt()));
        }
        return entries;
    }

    private static TimelineEntry entry(Order order, String source, Money money, String word, Instant at) {
        String amount = money.toString();
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
