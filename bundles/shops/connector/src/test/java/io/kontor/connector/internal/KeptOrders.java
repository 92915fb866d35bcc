package io.kontor.connector.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.Orders;
import io.kontor.order.ReceivedOrder;
import io.kontor.store.ModuleStopped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Orders in memory, by the rules of versions that the order module promises. */
final class KeptOrders implements Orders {

    final Map<String, ReceivedOrder> kept = new LinkedHashMap<>();
    final java.util.Set<String> deleted = new java.util.HashSet<>();

    boolean stopped;

    Set<CustomerId> customers() {
        return kept.values().stream().map(ReceivedOrder::customer).collect(Collectors.toSet());
    }

    @Override
    public Intake receive(ReceivedOrder order, boolean authoritative) {
        if (stopped) {
            throw new ModuleStopped("order");
        }
        if (order.number().equals("666")) {
            throw new IllegalArgumentException("an order that nobody can store");
        }
        ReceivedOrder before = kept.get(order.externalId().id());
        OrderId id = new OrderId(UUID.nameUUIDFromBytes(order.externalId().id().getBytes()));
        if (before == null) {
            kept.put(order.externalId().id(), order);
            return new Intake(id, Intake.Result.NEW);
        }
        int age = order.changedAt().compareTo(before.changedAt());
        if (age < 0) {
            return new Intake(id, Intake.Result.OUTDATED);
        }
        if (same(before, order)) {
            return new Intake(id, Intake.Result.UNCHANGED);
        }
        if (age == 0 && !authoritative) {
            throw new IllegalStateException("ambiguous");
        }
        kept.put(order.externalId().id(), order);
        return new Intake(id, Intake.Result.CHANGED);
    }

    private static boolean same(ReceivedOrder one, ReceivedOrder other) {
        return one.changedAt().equals(other.changedAt())
                && one.foreignState().equals(other.foreignState())
                && one.refunds().equals(other.refunds())
                && one.total().equals(other.total());
    }

    @Override
    public boolean ambiguous(ReceivedOrder order) {
        ReceivedOrder before = kept.get(order.externalId().id());
        return before != null && before.changedAt().equals(order.changedAt()) && !same(before, order);
    }

    @Override
    public void deleted(ExternalId externalId) {
        deleted.add(externalId.id());
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.empty();
    }

    @Override
    public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
        return Map.of();
    }

    @Override
    public List<Order> latestOf(CustomerId customer, int limit) {
        return List.of();
    }
}
