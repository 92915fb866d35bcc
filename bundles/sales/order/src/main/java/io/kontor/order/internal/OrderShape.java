package io.kontor.order.internal;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Money;
import io.kontor.order.OrderError;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Brings a received order into the shape that the tables hold, and refuses what they cannot hold, by name. Moments keep
 * their microseconds, line amounts six decimals.
 */
final class OrderShape {
    static final int SCALE = 6;
    private static final int INTEGER_DIGITS = 13;
    private static final int WORD = 64;
    private static final int IDENTIFIER = 190;

    private OrderShape() {}

    /** @throws KontorException {@link OrderError#INVALID} with the field and the reason */
    static ReceivedOrder of(ReceivedOrder order) {
        atMost("externalId.type", order.externalId().type(), WORD);
        atMost("externalId.id", order.externalId().id(), IDENTIFIER);
        atMost("channel", order.channel(), WORD);
        atMost("number", order.number(), IDENTIFIER);
        atMost("foreignState", order.foreignState(), WORD);
        sameCurrency(order);
        return new ReceivedOrder(
                order.externalId(),
                order.channel(),
                order.number(),
                order.customer(),
                order.contact(),
                order.state(),
                order.payment(),
                order.foreignState(),
                order.total(),
                order.tax(),
                order.shipping(),
                order.discount(),
                order.refunded(),
                micros(order.placedAt()),
                order.paidAt().map(OrderShape::micros),
                micros(order.changedAt()),
                order.history(),
                order.lines().stream().map(OrderShape::line).toList(),
                order.refunds().stream().map(OrderShape::refund).toList(),
                order.original());
    }

    private static void sameCurrency(ReceivedOrder order) {
        List<Money> others = Stream.concat(
                        Stream.of(order.tax(), order.shipping(), order.discount(), order.refunded()),
                        order.refunds().stream().map(ReceivedRefund::amount))
                .toList();
        for (Money money : others) {
            if (!money.currency().equals(order.total().currency())) {
                throw invalid(
                        "currency",
                        "is " + order.total().currency() + " in the total and " + money.currency() + " elsewhere");
            }
        }
    }

    private static ReceivedLine line(ReceivedLine line) {
        atMost("line.externalId", line.externalId(), IDENTIFIER);
        line.productExternalId().ifPresent(id -> atMost("line.productExternalId", id, IDENTIFIER));
        line.sku().ifPresent(sku -> atMost("line.sku", sku, IDENTIFIER));
        return new ReceivedLine(
                line.externalId(),
                line.kind(),
                line.productExternalId(),
                line.sku(),
                line.name(),
                decimal("line.quantity", line.quantity()),
                decimal("line.unitPrice", line.unitPrice()),
                decimal("line.total", line.total()),
                decimal("line.tax", line.tax()));
    }

    private static ReceivedRefund refund(ReceivedRefund refund) {
        atMost("refund.externalId", refund.externalId(), IDENTIFIER);
        return new ReceivedRefund(
                refund.externalId(),
                refund.amount(),
                refund.reason(),
                refund.at().map(OrderShape::micros));
    }

    private static BigDecimal decimal(String field, BigDecimal value) {
        BigDecimal kept = value.setScale(SCALE, RoundingMode.HALF_UP);
        if (kept.precision() - kept.scale() > INTEGER_DIGITS) {
            throw invalid(field, "has more than " + INTEGER_DIGITS + " digits before the point");
        }
        return kept;
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static void atMost(String field, String value, int length) {
        if (value.length() > length) {
            throw invalid(field, "is longer than " + length + " characters");
        }
    }

    private static KontorException invalid(String field, String reason) {
        return new KontorException(OrderError.INVALID, Map.of("field", field, "reason", reason));
    }
}
