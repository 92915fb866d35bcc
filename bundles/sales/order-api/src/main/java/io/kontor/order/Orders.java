package io.kontor.order;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders of the current workspace, of every channel. Verbs join the current transaction. An OSGi service. */
public interface Orders {

    /**
     * Takes in a version of an order: the first makes the order, a newer one changes it, an older or equal one with the
     * same content changes nothing. Publishes {@link OrderEvent}s; {@code OrderPaid} once per order.
     *
     * @throws io.kontor.kernel.KontorException {@code order.version-ambiguous} if another content carries the same
     *     change time as the stored one: the caller fetches the order again and passes {@code authoritative}
     */
    Intake receive(ReceivedOrder order, boolean authoritative);

    /**
     * Whether {@link #receive} would refuse the version as ambiguous. Changes nothing, so a caller who is inside a
     * transaction can ask first and have the order fetched afterwards.
     */
    boolean ambiguous(ReceivedOrder order);

    /** Marks an order that the channel deleted as cancelled; unknown ones are ignored. */
    void deleted(ExternalId externalId);

    Optional<Order> find(OrderId id);

    Map<OrderId, Order> findAll(Collection<OrderId> ids);

    /** Newest first, for all ids of the customer. */
    List<Order> latestOf(CustomerId customer, int limit);

    /** What became of a received version. */
    record Intake(OrderId order, Result result) {

        /** The results. */
        public enum Result {
            NEW,
            CHANGED,
            UNCHANGED,
            OUTDATED
        }
    }
}
