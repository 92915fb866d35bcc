package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Money;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.Orders;
import io.kontor.order.ReceivedOrder;
import io.kontor.testkit.kernel.TestClock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders that the events of a test tell of. */
final class FakeOrders implements Orders {
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();

    void put(OrderFact fact, Money refunded, boolean history) {
        orders.put(
                fact.order(),
                new Order(
                        fact.order(),
                        new ExternalId(fact.account(), "order", fact.number()),
                        "woocommerce",
                        fact.number(),
                        fact.customer(),
                        Optional.empty(),
                        fact.state(),
                        fact.payment(),
                        "word",
                        fact.total(),
                        refunded,
                        TestClock.MONDAY,
                        Optional.empty(),
                        TestClock.MONDAY,
                        history,
                        fact.version()));
    }

    @Override
    public Intake receive(ReceivedOrder order, boolean authoritative) {
        throw new UnsupportedOperationException("The pipeline receives no orders");
    }

    @Override
    public boolean ambiguous(ReceivedOrder order) {
        throw new UnsupportedOperationException("The pipeline receives no orders");
    }

    @Override
    public void deleted(ExternalId externalId) {
        throw new UnsupportedOperationException("The pipeline deletes no orders");
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
        return Map.copyOf(orders);
    }

    @Override
    public List<Order> latestOf(CustomerId customer, int limit) {
        return List.copyOf(orders.values());
    }
}
