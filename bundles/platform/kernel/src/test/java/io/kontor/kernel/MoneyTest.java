package io.kontor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.345, 1235",
        "EUR, 12.344, 1234",
        "EUR, -0.005, -1",
        "JPY, 1999.5, 2000",
        "KWD, 1.2345, 1235",
        "XAU, 3, 3"
    })
    void amountsAreRoundedHalfUpToTheCurrencysOwnDecimals(String currency, BigDecimal amount, long minor) {
        assertEquals(minor, Money.of(amount, Currency.getInstance(currency)).minor());
    }

    @Test
    void theAmountShowsExactlyTheCurrencysDecimals() {
        assertEquals("12.30 EUR", new Money(1230, EUR).toString());
        assertEquals("1230 JPY", new Money(1230, Currency.getInstance("JPY")).toString());
    }

    @Test
    void differentCurrenciesAreNeverAdded() {
        Money euros = new Money(1, EUR);
        Money dollars = new Money(1, Currency.getInstance("USD"));
        assertThrows(IllegalArgumentException.class, () -> euros.plus(dollars));
        assertThrows(IllegalArgumentException.class, () -> euros.minus(dollars));
    }

    @Test
    void anAmountTooLargeToCountIsAnErrorAndNotAWrongNumber() {
        assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)));
        assertThrows(ArithmeticException.class, () -> Money.of(new BigDecimal("1e30"), EUR));
    }

    @Test
    void aLineIsRoundedOnce() {
        UnitPrice third = new UnitPrice(new BigDecimal("0.333333"), EUR);
        assertEquals(new Money(100, EUR), third.times(BigDecimal.valueOf(3)));
    }
}
