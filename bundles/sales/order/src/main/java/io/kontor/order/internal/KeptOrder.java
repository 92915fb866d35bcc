package io.kontor.order.internal;

import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.seller.LegalEntityId;

/**
 * An order with everything that is stored in its row.
 *
 * @param owner whose order it is for row rules: the customer's owner when it came in
 * @param deleted whether the channel said that it deleted the order
 * @param paidAnnounced whether its payment was published, which happens once
 */
record KeptOrder(
        Order order,
        LegalEntityId legalEntity,
        UserId owner,
        Money tax,
        Money shipping,
        Money discount,
        ContentHash hash,
        boolean deleted,
        boolean paidAnnounced) {}
