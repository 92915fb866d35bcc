package io.kontor.fake.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts as the shop writes them: decimal strings with as many places as the currency has. */
final class Money {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Money() {}

    static int places(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new RestError(400, "rest_invalid_param", "Invalid parameter(s): currency", e);
        }
    }

    static BigDecimal round(BigDecimal amount, String currency) {
        return amount.setScale(places(currency), RoundingMode.HALF_UP);
    }

    static BigDecimal percent(BigDecimal amount, BigDecimal percent, String currency) {
        return amount.multiply(percent).divide(HUNDRED, places(currency), RoundingMode.HALF_UP);
    }

    static String text(BigDecimal amount, String currency) {
        return round(amount, currency).toPlainString();
    }

    static BigDecimal parse(String text) {
        try {
            return text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + text + " is no amount", e);
        }
    }

    static String symbol(String currency) {
        return switch (currency) {
            case "EUR" -> "€";
            case "USD", "AUD", "CAD" -> "$";
            case "GBP" -> "£";
            case "RUB" -> "₽";
            case "JPY" -> "¥";
            case "PLN" -> "zł";
            case "CZK" -> "Kč";
            case "KWD" -> "د.ك";
            default -> currency;
        };
    }
}
