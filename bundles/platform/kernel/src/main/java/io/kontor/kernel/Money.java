package io.kontor.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money.
 *
 * @param minor the amount in the currency's minor unit (cents for EUR, yen for JPY, fils for KWD)
 * @param currency the ISO 4217 currency, which also says how many decimals the minor unit stands for
 */
public record Money(long minor, Currency currency) {

    /** Rounds once, half up, to the minor unit of the currency. */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.setScale(digits(currency), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact(),
                currency);
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The amount in the currency's major unit, with exactly the currency's decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** The sum.
     *
     * @throws IllegalArgumentException if the currencies differ: amounts are never converted silently
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.inSame(currency)), currency);
    }

    /** The difference.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.inSame(currency)), currency);
    }

    private long inSame(Currency wanted) {
        if (!currency.equals(wanted)) {
            throw new IllegalArgumentException("Cannot add " + currency + " to " + wanted);
        }
        return minor;
    }

    /** ISO 4217 knows currencies without minor unit (XAU, XXX); they count as whole. */
    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
