package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.Orders;
import io.kontor.order.ReceivedOrder;
import io.kontor.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of orders. */
@Component(service = Orders.class)
public final class OrderService implements Orders {
    private final Transactions transactions;
    private final OrderIntake intake;
    private final OrderReading reading;

    @Activate
    public OrderService(
            @Reference Transactions transactions, @Reference OrderIntake intake, @Reference OrderReading reading) {
        this.transactions = transactions;
        this.intake = intake;
        this.reading = reading;
    }

    @Override
    public Intake receive(ReceivedOrder order, boolean authoritative) {
        return transactions.call(() -> intake.take(order, authoritative));
    }

    @Override
    public boolean ambiguous(ReceivedOrder order) {
        return transactions.call(() -> intake.ambiguous(order));
    }

    @Override
    public void deleted(ExternalId externalId) {
        transactions.run(() -> intake.delete(externalId));
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return reading.find(id);
    }

    @Override
    public Map<OrderId, Order> findAll(Collection<OrderId> ids) {
        return reading.findAll(ids);
    }

    @Override
    public List<Order> latestOf(CustomerId customer, int limit) {
        return reading.latestOf(customer, limit);
    }
}
