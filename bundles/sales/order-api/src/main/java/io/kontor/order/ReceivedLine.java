package io.kontor.order;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of an order as the channel tells it; amounts have up to six decimals, as received, in the order's currency.
 *
 * @param externalId what the channel calls the line
 * @param kind what the line is for
 * @param productExternalId the channel's product (variant) id, if it still has one
 * @param sku the article number, if any
 */
public record ReceivedLine(
        String externalId,
        Kind kind,
        Optional<String> productExternalId,
        Optional<String> sku,
        String name,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal total,
        BigDecimal tax) {

    /** The kinds of lines. */
    public enum Kind {
        PRODUCT,
        SHIPPING,
        FEE,
        DISCOUNT
    }
}
