package io.kontor.order;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as it stands.
 *
 * @param history whether it was placed before the shop was connected
 * @param version counts the changes
 */
public record Order(
        OrderId id,
        ExternalId externalId,
        String channel,
        String number,
        CustomerId customer,
        Optional<CustomerId> contact,
        OrderState state,
        PaymentState payment,
        String foreignState,
        Money total,
        Money refunded,
        Instant placedAt,
        Optional<Instant> paidAt,
        Instant changedAt,
        boolean history,
        long version) {}
