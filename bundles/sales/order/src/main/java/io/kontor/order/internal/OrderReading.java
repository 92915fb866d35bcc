package io.kontor.order.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.order.Order;
import io.kontor.order.OrderError;
import io.kontor.order.OrderId;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedRefund;
import io.kontor.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads orders, always through the row rule of whoever asks. */
@Component(service = OrderReading.class)
public final class OrderReading {
    private final Transactions transactions;
    private final OrderStore store;
    private final RowRules rules;
    private final Customers customers;

    /** An order of a list, with its customer's name. */
    record Listed(Order order, String customerName) {}

    /** Everything about one order. */
    record Detail(
            KeptOrder kept, Map<CustomerId, String> names, List<ReceivedLine> lines, List<ReceivedRefund> refunds) {}

    @Activate
    public OrderReading(
            @Reference Transactions transactions,
            @Reference OrderStore store,
            @Reference RowRules rules,
            @Reference Customers customers) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.customers = customers;
    }

    Optional<Order> find(OrderId id) {
        return store.find(id, rule()).map(KeptOrder::order);
    }

    Map<OrderId, Order> findAll(Collection<OrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return store.findAll(ids, rule()).stream().collect(Collectors.toMap(Order::id, Function.identity()));
    }

    List<Order> latestOf(CustomerId customer, int limit) {
        return store.latestOf(customers.sameAs(customer), limit, rule());
    }

    /** All ids that mean the customer, for a filter. */
    Set<CustomerId> sameAs(CustomerId customer) {
        return customers.sameAs(customer);
    }

    Page<Listed> page(OrderFilter filter, PageRequest request) {
        return transactions.read(() -> {
            Page<Order> page = store.page(filter, rule(), request);
            Map<CustomerId, String> names =
                    customers.names(page.items().stream().map(Order::customer).collect(Collectors.toSet()));
            return page.map(order -> new Listed(order, names.getOrDefault(order.customer(), "")));
        });
    }

    /** @throws KontorException {@link OrderError#NOT_FOUND} also where the row rule hides the order */
    Detail detail(OrderId id) {
        return transactions.read(() -> {
            KeptOrder kept = visible(id);
            Order order = kept.order();
            Map<CustomerId, String> names =
                    customers.names(Stream.concat(Stream.of(order.customer()), order.contact().stream())
                            .collect(Collectors.toSet()));
            return new Detail(kept, names, store.lines(id), store.refunds(id));
        });
    }

    /** The document as the channel sent it. */
    byte[] original(OrderId id) {
        return transactions.read(() -> {
            visible(id);
            return store.original(id).orElseThrow(() -> new KontorException(OrderError.NOT_FOUND));
        });
    }

    private KeptOrder visible(OrderId id) {
        return store.find(id, rule()).orElseThrow(() -> new KontorException(OrderError.NOT_FOUND));
    }

    private RowRule rule() {
        return rules.reading("order");
    }
}
