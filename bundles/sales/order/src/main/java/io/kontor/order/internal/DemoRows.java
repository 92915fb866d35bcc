package io.kontor.order.internal;

import io.kontor.customer.DemoData;
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
@Component
public final class DemoRows implements DemoData {
    private static final int PORTION = 25;

    private final DemoOrderStore store;
    private final Timeline timeline;
    private final Events events;

    @Activate
    public DemoRows(@Reference DemoOrderStore store, @Reference Timeline timeline, @Reference Events events) {
        this.store = store;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    public String module() {
        return "order";
    }

    @Override
    public int removeSome(SourceAccountId account) {
        List<OrderId> orders = store.some(account, PORTION);
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
