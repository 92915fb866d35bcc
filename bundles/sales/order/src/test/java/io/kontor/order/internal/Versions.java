package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Versions of one order as a shop could tell them. */
final class Versions {
    static final SourceAccountId SHOP = new SourceAccountId(SequentialIds.of(0xA1));
    static final Currency EUR = Currency.getInstance("EUR");

    private Versions() {}

    static Money euro(long minor) {
        return new Money(minor, EUR);
    }

    static ReceivedOrder unpaid(CustomerId customer, Instant changedAt) {
        return version(customer, "1042", OrderState.OPEN, PaymentState.UNPAID, 5_990, changedAt);
    }

    static ReceivedOrder paid(CustomerId customer, Instant changedAt) {
        return version(customer, "1042", OrderState.OPEN, PaymentState.PAID, 5_990, changedAt);
    }

    static ReceivedOrder version(
            CustomerId customer, String number, OrderState state, PaymentState payment, long total, Instant changedAt) {
        boolean refunded = payment == PaymentState.REFUNDED;
        return new ReceivedOrder(
                new ExternalId(SHOP, "order", number),
                "woocommerce",
                number,
                customer,
                Optional.empty(),
                state,
                payment,
                state + " " + payment,
                euro(total),
                euro(956),
                euro(490),
                euro(0),
                euro(refunded ? total : 0),
                TestClock.MONDAY,
                payment.wasPaid() ? Optional.of(TestClock.MONDAY.plusSeconds(60)) : Optional.empty(),
                changedAt,
                false,
                List.of(line(total)),
                refunded
                        ? List.of(
                                new ReceivedRefund("9", euro(total), Optional.of("Too small"), Optional.of(changedAt)))
                        : List.of(),
                ("{\"number\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    static ReceivedLine line(long total) {
        return new ReceivedLine(
                "71",
                ReceivedLine.Kind.PRODUCT,
                Optional.of("700"),
                Optional.of("TEA-1"),
                "Green tea",
                new BigDecimal("2.000000"),
                new BigDecimal("25.210084"),
                BigDecimal.valueOf(total, 2).setScale(6),
                new BigDecimal("9.560000"));
    }
}
