package io.kontor.order.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of orders. */
interface OrderStore {
    /** The order of an external id, locked until the transaction ends. */
    Optional<KeptOrder> lock(ExternalId externalId);

    /** @return false if another transaction stored the external id first */
    boolean insert(KeptOrder order);

    void update(KeptOrder order);

    /** Stores lines, refunds and the original document of a received version. */
    void addContent(OrderId id, ReceivedOrder version);

    /** Takes away lines and refunds, to make room for those of a newer version. */
    void clearContent(OrderId id);

    Optional<KeptOrder> find(OrderId id, RowRule rule);

    List<Order> findAll(Collection<OrderId> ids, RowRule rule);

    /** Newest first. */
    List<Order> latestOf(Set<CustomerId> customer, int limit, RowRule rule);

    /** Newest first, or by number where the filter asks for the beginning of one. */
    Page<Order> page(OrderFilter filter, RowRule rule, PageRequest request);

    List<ReceivedLine> lines(OrderId id);

    List<ReceivedRefund> refunds(OrderId id);

    /** The document as the channel sent it. */
    Optional<byte[]> original(OrderId id);

    /** Gives all orders of a customer to another owner. */
    void assign(Set<CustomerId> customer, UserId owner);
}
