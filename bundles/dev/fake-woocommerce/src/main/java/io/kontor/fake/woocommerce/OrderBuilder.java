package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Writes the document of a new order from a cart. */
final class OrderBuilder {
    private static final int TAX_RATE = 75;
    private final OrderDraft draft;
    private final String currency;
    private final LongSupplier ids;
    private final ArrayNode lines = Json.array();
    private BigDecimal goods = BigDecimal.ZERO;
    private BigDecimal goodsTax = BigDecimal.ZERO;

    OrderBuilder(OrderDraft draft, String currency, LongSupplier ids) {
        this.draft = draft;
        this.currency = currency;
        this.ids = ids;
    }

    /** A line's product as the catalogue knows it. */
    record Bought(long productId, long variationId, String name, String sku, BigDecimal price, int quantity) {}

    /** When and by whom the cart was turned into an order. */
    record Checkout(long id, String key, Address billing, Instant at) {}

    ObjectNode build(Checkout checkout, List<Bought> items, Dates dates, Links links) {
        addLines(items);
        ObjectNode order = Json.object()
                .put("id", checkout.id())
                .put("parent_id", 0)
                .put("status", "pending")
                .put("currency", currency)
                .put("version", "11.0.1")
                .put("prices_include_tax", false);
        dates.put(order, "date_created", checkout.at());
        dates.put(order, "date_modified", checkout.at());
        totals(order);
        order.put("customer_id", draft.customerId()).put("order_key", checkout.key());
        order.set("billing", checkout.billing().billing());
        order.set("shipping", checkout.billing().shipping());
        circumstances(order);
        dates.putNull(order, "date_completed");
        dates.putNull(order, "date_paid");
        order.put("cart_hash", "").put("number", Long.toString(checkout.id()));
        allLines(order);
        String pay = "/checkout/order-pay/" + checkout.id() + "/?pay_for_order=true&key=" + checkout.key();
        order.put("payment_url", links.home() + pay);
        order.put("is_editable", true).put("needs_payment", true).put("needs_processing", true);
        order.put("currency_symbol", Money.symbol(currency));
        ObjectNode own = links.append(order, "orders", checkout.id());
        if (draft.customerId() > 0) {
            own.putArray("customer").addObject().put("href", links.api("customers/" + draft.customerId()));
        }
        return order;
    }

    private void totals(ObjectNode order) {
        BigDecimal cartTax = goodsTax.add(tax(fee()));
        BigDecimal allTax = cartTax.add(tax(delivery()));
        order.put("discount_total", text(draft.discount()))
                .put("discount_tax", text(BigDecimal.ZERO))
                .put("shipping_total", text(delivery()))
                .put("shipping_tax", text(tax(delivery())))
                .put("cart_tax", text(cartTax))
                .put("total", text(goods.add(delivery()).add(fee()).add(allTax)))
                .put("total_tax", text(allTax));
    }

    private void circumstances(ObjectNode order) {
        order.put("payment_method", "bacs")
                .put("payment_method_title", "Direct bank transfer")
                .put("transaction_id", "")
                .put("customer_ip_address", "192.0.2.10")
                .put("customer_user_agent", "Mozilla/5.0")
                .put("created_via", "checkout")
                .put("customer_note", draft.note());
    }

    private void allLines(ObjectNode order) {
        order.set("meta_data", meta());
        order.set("line_items", lines);
        order.set("tax_lines", taxLines());
        order.set("shipping_lines", shippingLines());
        order.set("fee_lines", feeLines());
        order.set("coupon_lines", couponLines());
        order.putArray("refunds");
    }

    private BigDecimal delivery() {
        return Money.round(draft.shipping(), currency);
    }

    private BigDecimal fee() {
        return Money.round(draft.fee(), currency);
    }

    private void addLines(List<Bought> items) {
        List<BigDecimal> subtotals = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Bought item : items) {
            BigDecimal subtotal = Money.round(item.price().multiply(BigDecimal.valueOf(item.quantity())), currency);
            subtotals.add(subtotal);
            sum = sum.add(subtotal);
        }
        BigDecimal left = Money.round(draft.discount(), currency);
        for (int i = 0; i < items.size(); i++) {
            BigDecimal subtotal = subtotals.get(i);
            BigDecimal share = i == items.size() - 1 || sum.signum() == 0
                    ? left
                    : draft.discount().multiply(subtotal).divide(sum, Money.places(currency), RoundingMode.DOWN);
            left = left.subtract(share);
            lines.add(line(items.get(i), subtotal, subtotal.subtract(share)));
        }
    }

    private ObjectNode line(Bought item, BigDecimal subtotal, BigDecimal total) {
        BigDecimal tax = tax(total);
        goods = goods.add(total);
        goodsTax = goodsTax.add(tax);
        ObjectNode line = Json.object()
                .put("id", ids.getAsLong())
                .put("name", item.name())
                .put("product_id", item.productId())
                .put("variation_id", item.variationId())
                .put("quantity", item.quantity())
                .put("tax_class", "")
                .put("subtotal", text(subtotal))
                .put("subtotal_tax", text(tax(subtotal)))
                .put("total", text(total))
                .put("total_tax", text(tax));
        line.set("taxes", taxes(tax, tax(subtotal)));
        line.putArray("meta_data");
        line.put("sku", item.sku()).put("global_unique_id", "");
        line.put(
                "price",
                total.divide(BigDecimal.valueOf(item.quantity()), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
        line.putObject("image").put("id", "").put("src", "");
        return line.putNull("parent_name");
    }

    private ArrayNode meta() {
        ArrayNode meta = Json.array();
        draft.meta()
                .forEach((key, value) -> meta.addObject()
                        .put("id", ids.getAsLong())
                        .put("key", key)
                        .put("value", value));
        return meta;
    }

    private ArrayNode taxLines() {
        ArrayNode taxes = Json.array();
        if (draft.taxPercent().signum() > 0) {
            taxes.addObject()
                    .put("id", ids.getAsLong())
                    .put("rate_code", "VAT-1")
                    .put("rate_id", TAX_RATE)
                    .put("label", "VAT")
                    .put("compound", false)
                    .put("tax_total", text(goodsTax.add(tax(fee()))))
                    .put("shipping_tax_total", text(tax(delivery())))
                    .put("rate_percent", draft.taxPercent())
                    .putArray("meta_data");
        }
        return taxes;
    }

    private ArrayNode shippingLines() {
        ArrayNode shipping = Json.array();
        BigDecimal delivery = delivery();
        BigDecimal deliveryTax = tax(delivery);
        if (delivery.signum() > 0) {
            ObjectNode line = shipping.addObject()
                    .put("id", ids.getAsLong())
                    .put("method_title", "Flat rate")
                    .put("method_id", "flat_rate")
                    .put("instance_id", "1")
                    .put("total", text(delivery))
                    .put("total_tax", text(deliveryTax));
            line.set("taxes", taxes(deliveryTax, deliveryTax));
            line.put("tax_status", "taxable").putArray("meta_data");
        }
        return shipping;
    }

    private ArrayNode feeLines() {
        ArrayNode fees = Json.array();
        BigDecimal fee = fee();
        if (fee.signum() != 0) {
            ObjectNode line = fees.addObject()
                    .put("id", ids.getAsLong())
                    .put("name", "Service fee")
                    .put("tax_class", "")
                    .put("tax_status", "taxable")
                    .put("amount", text(fee))
                    .put("total", text(fee))
                    .put("total_tax", text(tax(fee)));
            line.set("taxes", taxes(tax(fee), tax(fee)));
            line.putArray("meta_data");
        }
        return fees;
    }

    private ArrayNode couponLines() {
        ArrayNode coupons = Json.array();
        if (draft.discount().signum() > 0) {
            coupons.addObject()
                    .put("id", ids.getAsLong())
                    .put("code", "welcome")
                    .put("discount", Money.text(draft.discount(), currency))
                    .put("discount_tax", text(BigDecimal.ZERO))
                    .putArray("meta_data");
        }
        return coupons;
    }

    private ArrayNode taxes(BigDecimal total, BigDecimal subtotal) {
        ArrayNode taxes = Json.array();
        if (draft.taxPercent().signum() > 0) {
            taxes.addObject()
                    .put("id", TAX_RATE)
                    .put("total", total.toPlainString())
                    .put("subtotal", subtotal.toPlainString());
        }
        return taxes;
    }

    private BigDecimal tax(BigDecimal amount) {
        return Money.percent(amount, draft.taxPercent(), currency);
    }

    private String text(BigDecimal amount) {
        return Money.text(amount, currency);
    }
}
