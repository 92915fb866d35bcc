package io.kontor.connector;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the shop tells it, before anybody asked who the buyer is.
 *
 * @param externalId the shop's identifier
 * @param number what the buyer sees
 * @param foreignState the shop's own word
 * @param refunded what was given back so far, positive
 * @param changedAt when the shop changed it last
 * @param buyer who ordered
 * @param refundsComplete whether the refunds carry all that the shop knows; a message may have them in short form
 * @param original the document as received
 */
public record ShopOrder(
        String externalId,
        String number,
        OrderState state,
        PaymentState payment,
        String foreignState,
        Totals totals,
        Money refunded,
        Instant placedAt,
        Optional<Instant> paidAt,
        Instant changedAt,
        ShopCustomer buyer,
        List<ReceivedLine> lines,
        List<ReceivedRefund> refunds,
        boolean refundsComplete,
        byte[] original) {

    public ShopOrder {
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
    }

    /** The shop's own totals, in one currency. */
    public record Totals(Money total, Money tax, Money shipping, Money discount) {}

    /** The order for the order module, now that the buyer is known. */
    public ReceivedOrder received(SourceAccountId account, String channel, CustomerId customer, boolean history) {
        return new ReceivedOrder(
                new ExternalId(account, ShopResource.ORDER.word(), externalId),
                channel,
                number,
                customer,
                Optional.empty(),
                state,
                payment,
                foreignState,
                totals.total(),
                totals.tax(),
                totals.shipping(),
                totals.discount(),
                refunded,
                placedAt,
                paidAt,
                changedAt,
                history,
                lines,
                refunds,
                original);
    }
}
