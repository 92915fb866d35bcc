package io.kontor.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The price of one unit, with as many decimals as it was agreed with; it is not rounded before a line is computed.
 *
 * @param amount the price in the currency's major unit
 * @param currency the ISO 4217 currency
 */
public record UnitPrice(BigDecimal amount, Currency currency) {

    /** The price of a quantity, rounded once, half up, to the minor unit. */
    public Money times(BigDecimal quantity) {
        return Money.of(amount.multiply(quantity), currency);
    }
}
