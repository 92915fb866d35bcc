package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders are wanted; what is empty does not matter.
 *
 * @param customers all ids of the wanted customer
 * @param numberPrefix how the number begins; the list is then sorted by number
 */
record OrderFilter(
        Optional<OrderState> state,
        Optional<PaymentState> payment,
        Optional<String> channel,
        Optional<Set<CustomerId>> customers,
        Optional<String> numberPrefix) {}
