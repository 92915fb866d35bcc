package io.kontor.order.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Money;
import io.kontor.kernel.UserId;
import io.kontor.order.Order;
import io.kontor.order.OrderId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedRefund;
import io.kontor.seller.LegalEntityId;
import io.kontor.store.Row;
import java.util.Currency;

/** Makes records out of the columns of the order tables. */
final class OrderColumns {
    private OrderColumns() {}

    static KeptOrder kept(Row row) {
        return new KeptOrder(
                order(row),
                new LegalEntityId(row.uuid("legal_entity_id")),
                new UserId(row.uuid("owner_id")),
                money(row, "tax_minor"),
                money(row, "shipping_minor"),
                money(row, "discount_minor"),
                new ContentHash(row.bytes("content_hash")),
                row.bool("deleted"),
                row.bool("paid_announced"));
    }

    static Order order(Row row) {
        return new Order(
                new OrderId(row.uuid("id")),
                new ExternalId(
                        new SourceAccountId(row.uuid("account_id")),
                        row.string("external_type"),
                        row.string("external_id")),
                row.string("channel"),
                row.string("number"),
                new CustomerId(row.uuid("customer_id")),
                row.optionalUuid("contact_id").map(CustomerId::new),
                row.enumeration("state", OrderState.class),
                row.enumeration("payment", PaymentState.class),
                row.string("foreign_state"),
                money(row, "total_minor"),
                money(row, "refunded_minor"),
                row.instant("placed_at"),
                row.optionalInstant("paid_at"),
                row.instant("changed_at"),
                row.bool("history"),
                row.number("version"));
    }

    static ReceivedLine line(Row row) {
        return new ReceivedLine(
                row.string("external_id"),
                row.enumeration("kind", ReceivedLine.Kind.class),
                row.optionalString("product_external_id"),
                row.optionalString("sku"),
                row.string("name"),
                row.decimal("quantity"),
                row.decimal("unit_price"),
                row.decimal("total"),
                row.decimal("tax"));
    }

    static ReceivedRefund refund(Row row) {
        return new ReceivedRefund(
                row.string("external_id"),
                money(row, "amount_minor"),
                row.optionalString("reason"),
                row.optionalInstant("refunded_at"));
    }

    private static Money money(Row row, String column) {
        return new Money(row.number(column), Currency.getInstance(row.string("currency")));
    }
}
