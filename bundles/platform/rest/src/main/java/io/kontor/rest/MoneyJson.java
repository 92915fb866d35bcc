package io.kontor.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Money;
import io.kontor.kernel.Reason;
import java.util.Currency;
import java.util.Map;

/**
 * Money as JSON.
 *
 * @param minor the amount in the currency's minor unit
 * @param currency ISO 4217
 */
public record MoneyJson(long minor, String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.minor(), money.currency().getCurrencyCode());
    }

    /** @throws KontorException {@link KernelError#INVALID} if the currency is unknown */
    @JsonIgnore
    public Money money() {
        try {
            return new Money(minor, Currency.getInstance(currency));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new KontorException(
                    KernelError.INVALID,
                    Map.of("field", "currency", "reason", Reason.of("currency", "it is not an ISO 4217 code")),
                    e);
        }
    }
}
