package io.kontor.order.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.customer.Timeline;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderId;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders of a demo, with what the timeline says of them. */
@Component(service = DemoRows.class)
public final class DemoRows {
    private final DemoOrderStore store;
    private final Timeline timeline;
    private final Events events;

    @Activate
    public DemoRows(@Reference DemoOrderStore store, @Reference Timeline timeline, @Reference Events events) {
        this.store = store;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Deletes some. Joins the current transaction.
     *
     * @return how many; 0 when none is left
     */
    int remove(SourceAccountId account, int limit) {
        List<OrderId> orders = store.some(account, limit);
        if (orders.isEmpty()) {
            return 0;
        }
        for (OrderId order : orders) {
            Ref reference = new Ref("order", order.value());
            OrderTimeline.SOURCES.forEach(source -> timeline.remove(source, reference));
            events.publish(new OrderEvent.Removed(order, account));
        }
        store.delete(orders);
        return orders.size();
    }
}
