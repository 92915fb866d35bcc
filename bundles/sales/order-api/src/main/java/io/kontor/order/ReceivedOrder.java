package io.kontor.order;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as a channel tells it, with the channel's own totals: they are stored, never recomputed.
 *
 * @param externalId what the channel calls it
 * @param channel the connector's kind, for example {@code woocommerce}
 * @param number what the buyer sees, for example {@code 1042}
 * @param customer who owes
 * @param contact the person who ordered, if another
 * @param foreignState the channel's own word for the state
 * @param total what the buyer pays, tax included
 * @param refunded what was given back so far, positive
 * @param placedAt when it was placed
 * @param paidAt when it was paid, if it was
 * @param changedAt when the channel changed it last: an older version never replaces a newer one
 * @param history whether it was placed before the shop was connected: history makes no deals
 * @param original the channel's document as received
 */
public record ReceivedOrder(
        ExternalId externalId,
        String channel,
        String number,
        CustomerId customer,
        Optional<CustomerId> contact,
        OrderState state,
        PaymentState payment,
        String foreignState,
        Money total,
        Money tax,
        Money shipping,
        Money discount,
        Money refunded,
        Instant placedAt,
        Optional<Instant> paidAt,
        Instant changedAt,
        boolean history,
        List<ReceivedLine> lines,
        List<ReceivedRefund> refunds,
        byte[] original) {}
