package io.kontor.order.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.Customers;
import io.kontor.customer.Timeline;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import io.kontor.order.Order;
import io.kontor.order.OrderEvent;
import java.util.Map;
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
        OrderTimeline.entries(order).forEach(timeline::append);
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
        audit.recordChange("order.changed", reference(order), facts(before.order()), facts(order));
        timeline.follow(OrderTimeline.entries(before.order()), OrderTimeline.entries(order));
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
