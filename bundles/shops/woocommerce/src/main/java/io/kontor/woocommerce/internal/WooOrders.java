package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.ShopOrder;
import io.kontor.kernel.Money;
import io.kontor.order.PaymentState;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedRefund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one order document. */
final class WooOrders {

    /** As many decimals as an order line keeps. */
    private static final int DECIMALS = 6;

    private final WooFields fields;
    private final Beside beside;
    private final byte[] original;

    /**
     * What other documents say about the order.
     *
     * @param refunds the order's own list of refunds, which says more than the rows inside the order
     * @param accountEmail the address of the buyer's account
     */
    record Beside(Optional<JsonNode> refunds, Optional<String> accountEmail) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
    }

    WooOrders(WooFields fields, Beside beside, byte[] original) {
        this.fields = fields;
        this.beside = beside;
        this.original = original;
    }

    ShopOrder order() {
        String id = fields.id("id").orElseThrow(() -> new Unreadable("the document has no id"));
        String word = fields.text("status").orElseThrow(() -> new Unreadable("the order has no status"));
        Currency currency = currency();
        Instant placedAt = fields.moment("date_created").orElseThrow(() -> new Unreadable("the order has no date"));
        Optional<Instant> paidAt = fields.moment("date_paid");
        List<ReceivedRefund> refunds = refunds(currency);
        Money refunded = refunds.stream().map(ReceivedRefund::amount).reduce(Money.zero(currency), Money::plus);
        ShopOrder.Totals totals = totals(currency);
        WooStatus status = WooStatus.of(word, paidAt.isPresent());
        return new ShopOrder(
                id,
                fields.text("number").orElse(id),
                status.state(),
                payment(status.payment(), totals.total(), refunded),
                word,
                totals,
                refunded,
                placedAt,
                paidAt,
                fields.moment("date_modified").orElse(placedAt),
                new WooBuyers(fields).buyer(id, placedAt, beside.accountEmail()),
                lines(),
                refunds,
                beside.refunds().isPresent() || refunds.isEmpty(),
                original);
    }

    private Currency currency() {
        String code = fields.text("currency")
                .orElseThrow(() -> new Unreadable("the order has no currency"))
                .toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("the currency " + code + " is not in ISO 4217", e);
        }
    }

    private ShopOrder.Totals totals(Currency currency) {
        BigDecimal total = fields.decimal("total").orElseThrow(() -> new Unreadable("the order has no total"));
        return new ShopOrder.Totals(
                Money.of(total, currency),
                money("total_tax", currency),
                money("shipping_total", currency),
                money("discount_total", currency));
    }

    private Money money(String name, Currency currency) {
        return Money.of(fields.decimal(name).orElse(BigDecimal.ZERO), currency);
    }

    private static PaymentState payment(PaymentState byStatus, Money total, Money refunded) {
        if (byStatus != PaymentState.PAID || refunded.minor() <= 0) {
            return byStatus;
        }
        return refunded.minor() < total.minor() ? PaymentState.PARTIALLY_REFUNDED : PaymentState.REFUNDED;
    }

    /** The list of its own where we have it; else the short rows inside the order, whose amounts are negative. */
    private List<ReceivedRefund> refunds(Currency currency) {
        List<WooFields> rows = beside.refunds()
                .map(list -> new WooFields(list, fields.zone()).elements())
                .orElseGet(() -> fields.list("refunds"));
        List<ReceivedRefund> refunds = new ArrayList<>();
        for (WooFields row : rows) {
            Optional<BigDecimal> amount = row.decimal("amount").or(() -> row.decimal("total"));
            Optional<String> id = row.id("id");
            if (id.isPresent() && amount.isPresent()) {
                refunds.add(new ReceivedRefund(
                        id.get(),
                        Money.of(amount.get().abs(), currency),
                        row.words("reason").or(() -> row.words("refund")),
                        row.moment("date_created")));
            }
        }
        return refunds;
    }

    /**
     * What was bought, shipping and fees. The shop has taken coupons off the lines already, so they are no lines of
     * their own: the sum of the lines and their tax is the order's total.
     */
    private List<ReceivedLine> lines() {
        List<ReceivedLine> lines = new ArrayList<>();
        fields.list("line_items").forEach(row -> lines.add(product(row, lines.size())));
        fields.list("shipping_lines")
                .forEach(row -> lines.add(extra(row, ReceivedLine.Kind.SHIPPING, "method_title", lines.size())));
        fields.list("fee_lines").forEach(row -> lines.add(extra(row, ReceivedLine.Kind.FEE, "name", lines.size())));
        return lines;
    }

    private static ReceivedLine product(WooFields row, int index) {
        BigDecimal quantity = row.decimal("quantity").orElse(BigDecimal.ONE);
        BigDecimal total = rounded(row.decimal("total").orElse(BigDecimal.ZERO));
        return new ReceivedLine(
                row.id("id").orElse("line-" + index),
                ReceivedLine.Kind.PRODUCT,
                row.id("variation_id").or(() -> row.id("product_id")),
                row.text("sku"),
                row.words("name").orElse(""),
                rounded(quantity),
                unitPrice(row, quantity, total),
                total,
                rounded(row.decimal("total_tax").orElse(BigDecimal.ZERO)));
    }

    /** The shop computes its {@code price} in floating point (10.799999999999999); six decimals take that away. */
    private static BigDecimal unitPrice(WooFields row, BigDecimal quantity, BigDecimal total) {
        return row.decimal("price")
                .map(WooOrders::rounded)
                .orElseGet(
                        () -> quantity.signum() == 0 ? total : total.divide(quantity, DECIMALS, RoundingMode.HALF_UP));
    }

    private static ReceivedLine extra(WooFields row, ReceivedLine.Kind kind, String name, int index) {
        BigDecimal total = rounded(row.decimal("total").orElse(BigDecimal.ZERO));
        return new ReceivedLine(
                row.id("id").orElse("line-" + index),
                kind,
                Optional.empty(),
                Optional.empty(),
                row.words(name).orElse(""),
                BigDecimal.ONE,
                total,
                total,
                rounded(row.decimal("total_tax").orElse(BigDecimal.ZERO)));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_UP) : amount;
    }
}
