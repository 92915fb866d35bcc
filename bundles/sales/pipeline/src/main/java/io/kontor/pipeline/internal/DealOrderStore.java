package io.kontor.pipeline.internal;

import io.kontor.order.OrderId;
import io.kontor.pipeline.DealId;
import java.util.List;
import java.util.Optional;

/** Which order belongs to which deal. */
interface DealOrderStore {
    Optional<DealOrder> find(OrderId order);

    /** By order, oldest first. */
    List<DealOrder> of(DealId deal);

    /** Stores the order's deal and standing, new or changed. */
    void put(DealOrder order);
}
