package io.kontor.order.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.Customers;
import io.kontor.customer.Timeline;
import io.kontor.customer.TimelineEntry;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import io.kontor.order.Order;
import io.kontor.order.OrderEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells others what happened to an order: events, the customer's timeline, the audit log. */
@Component(service = OrderNews.class)
public final class OrderNews {
    private final Events events;
    private final Timeline timeline;
    private final Customers customers;
    private final AuditLog audit;

    @Activate
    public OrderNews(
            @Reference Events events,
            @Reference Timeline timeline,
            @Reference Customers customers,
            @Reference AuditLog audit) {
        this.events = events;
        this.timeline = timeline;
        this.customers = customers;
        this.audit = audit;
    }

    void placed(KeptOrder kept) {
        Order order = kept.order();
        audit.record("order.placed", reference(order), Map.of(), facts(order));
        OrderTimeline.entries(order).values().forEach(timeline::append);
        events.publish(new OrderEvent.Placed(
                order.id(),
                order.externalId().account(),
                order.channel(),
                order.customer(),
                order.number(),
                order.state(),
                order.payment(),
                order.total(),
                order.placedAt(),
                order.history(),
                order.version()));
        if (kept.paidAnnounced()) {
            paid(order);
        }
    }

    void changed(KeptOrder before, KeptOrder after) {
        Order order = after.order();
        audit(before.order(), order);
        follow(before.order(), order);
        events.publish(new OrderEvent.Changed(
                order.id(),
                order.externalId().account(),
                order.customer(),
                order.number(),
                order.state(),
                order.payment(),
                order.total(),
                order.refunded(),
                order.history(),
                order.version()));
        if (after.paidAnnounced() && !before.paidAnnounced()) {
            paid(order);
        }
    }

    private void paid(Order order) {
        customers.bought(order.customer(), order.channel());
        events.publish(new OrderEvent.Paid(
                order.id(),
                order.externalId().account(),
                order.customer(),
                order.total(),
                order.paidAt().orElse(order.changedAt()),
                order.history()));
    }

    /** The timeline shows the order as it stands, so the order of arrival leaves no trace on it. */
    private void follow(Order before, Order after) {
        Map<String, TimelineEntry> old = OrderTimeline.entries(before);
        Map<String, TimelineEntry> now = OrderTimeline.entries(after);
        old.forEach((source, entry) -> {
            if (!now.containsKey(source) || !before.customer().equals(after.customer())) {
                timeline.remove(source, entry.reference());
            }
        });
        now.forEach((source, entry) -> {
            TimelineEntry known = old.get(source);
            if (known == null || !before.customer().equals(after.customer())) {
                timeline.append(entry);
            } else if (!known.equals(entry)) {
                timeline.revise(entry);
            }
        });
    }

    private void audit(Order before, Order after) {
        Map<String, Object> was = new LinkedHashMap<>(facts(before));
        Map<String, Object> is = new LinkedHashMap<>(facts(after));
        was.entrySet()
                .removeIf(fact -> Objects.equals(fact.getValue(), facts(after).get(fact.getKey())));
        is.entrySet()
                .removeIf(fact -> Objects.equals(fact.getValue(), facts(before).get(fact.getKey())));
        audit.record("order.changed", reference(after), was, is);
    }

    private static Map<String, Object> facts(Order order) {
        return Map.of(
                "number", order.number(),
                "customer", order.customer().value().toString(),
                "state", order.state().name(),
                "payment", order.payment().name(),
                "foreignState", order.foreignState(),
                "total", order.total().toString(),
                "refunded", order.refunded().toString());
    }

    private static Ref reference(Order order) {
        return new Ref("order", order.id().value());
    }
}
