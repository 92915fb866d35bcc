package io.kontor.order.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.kontor.customer.CustomerId;
import io.kontor.order.Order;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedRefund;
import io.kontor.order.internal.OrderJson.CustomerRefJson;
import io.kontor.rest.MoneyJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One order as JSON; line amounts are decimal text in the order's currency, as received. */
public record OrderDetailJson(
        UUID id,
        String number,
        String channel,
        UUID account,
        String externalId,
        UUID legalEntity,
        CustomerRefJson customer,
        Optional<CustomerRefJson> contact,
        OrderState state,
        PaymentState payment,
        String foreignState,
        boolean deleted,
        MoneyJson total,
        MoneyJson tax,
        MoneyJson shipping,
        MoneyJson discount,
        MoneyJson refunded,
        Instant placedAt,
        Optional<Instant> paidAt,
        Instant changedAt,
        boolean history,
        List<LineJson> lines,
        List<RefundJson> refunds,
        long version) {

    /** A line of an order. */
    public record LineJson(
            ReceivedLine.Kind kind,
            Optional<String> productExternalId,
            Optional<String> sku,
            String name,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax) {
        static LineJson of(ReceivedLine line) {
            return new LineJson(
                    line.kind(),
                    line.productExternalId(),
                    line.sku(),
                    line.name(),
                    plain(line.quantity()),
                    plain(line.unitPrice()),
                    plain(line.total()),
                    plain(line.tax()));
        }

        /** Without the zeros that the column pads with; {@code 100}, not {@code 1E+2}. */
        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** Money that was given back. */
    public record RefundJson(MoneyJson amount, Optional<String> reason, Optional<Instant> at) {
        static RefundJson of(ReceivedRefund refund) {
            return new RefundJson(MoneyJson.of(refund.amount()), refund.reason(), refund.at());
        }
    }

    static OrderDetailJson of(OrderReading.Detail detail) {
        KeptOrder kept = detail.kept();
        Order order = kept.order();
        return new OrderDetailJson(
                order.id().value(),
                order.number(),
                order.channel(),
                order.externalId().account().value(),
                order.externalId().id(),
                kept.legalEntity().value(),
                named(detail, order.customer()),
                order.contact().map(contact -> named(detail, contact)),
                order.state(),
                order.payment(),
                order.foreignState(),
                kept.deleted(),
                MoneyJson.of(order.total()),
                MoneyJson.of(kept.tax()),
                MoneyJson.of(kept.shipping()),
                MoneyJson.of(kept.discount()),
                MoneyJson.of(order.refunded()),
                order.placedAt(),
                order.paidAt(),
                order.changedAt(),
                order.history(),
                detail.lines().stream().map(LineJson::of).toList(),
                detail.refunds().stream().map(RefundJson::of).toList(),
                order.version());
    }

    private static CustomerRefJson named(OrderReading.Detail detail, CustomerId customer) {
        return new CustomerRefJson(customer.value(), detail.names().getOrDefault(customer, ""));
    }
}
