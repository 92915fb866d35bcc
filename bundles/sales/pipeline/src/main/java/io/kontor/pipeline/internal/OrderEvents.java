package io.kontor.pipeline.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.order.Order;
import io.kontor.order.OrderEvent;
import io.kontor.order.OrderId;
import io.kontor.order.Orders;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings what happens to orders to the default rule. History takes no part in it: an order from before the shop was
 * connected makes no deal, and its payment wins none.
 */
@Component
public final class OrderEvents implements EventConsumer {
    private final OrderRule rule;
    private final PipelineService pipelines;
    private final Orders orders;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public OrderEvents(@Reference OrderRule rule, @Reference PipelineService pipelines, @Reference Orders orders) {
        this.rule = rule;
        this.pipelines = pipelines;
        this.orders = orders;
    }

    @Override
    public String subscription() {
        return "pipeline.order-rule";
    }

    @Override
    public Set<String> events() {
        return Set.of(OrderEvent.Placed.NAME, OrderEvent.Changed.NAME, OrderEvent.Paid.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        switch (event.name()) {
            case OrderEvent.Placed.NAME -> placed(event.as(OrderEvent.Placed.class, mapper));
            case OrderEvent.Changed.NAME -> changed(event.as(OrderEvent.Changed.class, mapper));
            case OrderEvent.Paid.NAME -> paid(event.as(OrderEvent.Paid.class, mapper));
            default -> throw new IllegalArgumentException("Not subscribed to " + event.name());
        }
    }

    /** Even a shop whose orders are all history gets its pipeline, so that there is a board to look at. */
    private void placed(OrderEvent.Placed placed) {
        Pipeline pipeline = pipelines.forAccount(placed.account(), placed::channel);
        if (!placed.history()) {
            rule.placed(OrderFact.of(placed), pipeline);
        }
    }

    private void changed(OrderEvent.Changed changed) {
        if (!changed.history()) {
            rule.follow(OrderFact.of(changed), pipeline(changed.account(), changed.order()));
        }
    }

    private void paid(OrderEvent.Paid paid) {
        if (!paid.history()) {
            rule.paid(
                    paid.order(),
                    paid.customer(),
                    () -> pipeline(paid.account(), paid.order()),
                    () -> OrderFact.of(order(paid.order())));
        }
    }

    private Pipeline pipeline(SourceAccountId account, OrderId order) {
        return pipelines.forAccount(account, () -> order(order).channel());
    }

    private Order order(OrderId id) {
        return orders.find(id).orElseThrow(() -> new IllegalStateException("An event names the missing order " + id));
    }
}
