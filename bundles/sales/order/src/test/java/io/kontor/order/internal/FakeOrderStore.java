package io.kontor.order.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orders in memory. */
final class FakeOrderStore implements OrderStore {
    private final Map<ExternalId, KeptOrder> orders = new LinkedHashMap<>();
    private final Map<OrderId, ReceivedOrder> contents = new LinkedHashMap<>();

    List<KeptOrder> all() {
        return List.copyOf(orders.values());
    }

    @Override
    public Optional<KeptOrder> lock(ExternalId externalId) {
        return Optional.ofNullable(orders.get(externalId));
    }

    @Override
    public boolean insert(KeptOrder order) {
        return orders.putIfAbsent(order.order().externalId(), order) == null;
    }

    @Override
    public void update(KeptOrder order) {
        orders.put(order.order().externalId(), order);
    }

    @Override
    public void addContent(OrderId id, ReceivedOrder version) {
        contents.put(id, version);
    }

    @Override
    public void clearContent(OrderId id) {
        contents.remove(id);
    }

    @Override
    public Optional<KeptOrder> find(OrderId id, RowRule rule) {
        return orders.values().stream()
                .filter(kept -> kept.order().id().equals(id) && rule.allows(Optional.of(kept.owner())))
                .findFirst();
    }

    @Override
    public List<Order> findAll(Collection<OrderId> ids, RowRule rule) {
        return ids.stream()
                .flatMap(id -> find(id, rule).stream())
                .map(KeptOrder::order)
                .toList();
    }

    @Override
    public List<Order> latestOf(Set<CustomerId> customer, int limit, RowRule rule) {
        return orders.values().stream()
                .map(KeptOrder::order)
                .filter(order -> customer.contains(order.customer()))
                .sorted(Comparator.comparing(Order::placedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Order> page(OrderFilter filter, RowRule rule, PageRequest request) {
        return Page.of(
                orders.values().stream()
                        .filter(kept -> rule.allows(Optional.of(kept.owner())))
                        .map(KeptOrder::order)
                        .toList(),
                request.limit(),
                order -> Cursor.of(order.placedAt(), order.id().value()));
    }

    @Override
    public List<ReceivedLine> lines(OrderId id) {
        return contents.get(id).lines();
    }

    @Override
    public List<ReceivedRefund> refunds(OrderId id) {
        return contents.get(id).refunds();
    }

    @Override
    public Optional<byte[]> original(OrderId id) {
        return Optional.ofNullable(contents.get(id)).map(ReceivedOrder::original);
    }

    @Override
    public void assign(Set<CustomerId> customer, UserId owner) {
        throw new UnsupportedOperationException("No fast test assigns orders");
    }
}
