package io.kontor.pipeline.internal;

import io.kontor.order.OrderId;
import io.kontor.pipeline.DealId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders of deals in memory. */
final class FakeDealOrderStore implements DealOrderStore {
    private final Map<OrderId, DealOrder> orders = new LinkedHashMap<>();

    @Override
    public Optional<DealOrder> find(OrderId order) {
        return Optional.ofNullable(orders.get(order));
    }

    @Override
    public List<DealOrder> of(DealId deal) {
        return orders.values().stream()
                .filter(order -> order.deal().equals(deal))
                .toList();
    }

    @Override
    public void put(DealOrder order) {
        orders.put(order.order(), order);
    }
}
