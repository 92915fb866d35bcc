package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/** What happens to the document of an order after the checkout. */
final class OrderChanges {
    private static final Set<String> PAID = Set.of("processing", "completed");
    private final Dates dates;
    private final Links links;

    OrderChanges(Dates dates, Links links) {
        this.dates = dates;
        this.links = links;
    }

    /** Moves to this status with the dates and flags that the shop sets on the way. */
    void status(ObjectNode order, String status, Instant at) {
        order.put("status", status);
        if (PAID.contains(status) && order.path("date_paid").isNull()) {
            dates.put(order, "date_paid", at);
        }
        if ("completed".equals(status) && order.path("date_completed").isNull()) {
            dates.put(order, "date_completed", at);
        }
        boolean unpaid = "pending".equals(status) || "failed".equals(status);
        order.put("needs_payment", unpaid);
        order.put("is_editable", "pending".equals(status) || "on-hold".equals(status));
        modified(order, at);
    }

    void modified(ObjectNode order, Instant at) {
        dates.put(order, "date_modified", at);
    }

    /** Appends the short row and returns the refund's own document; a full refund changes the status. */
    ObjectNode refund(ObjectNode order, long refundId, BigDecimal amount, String reason, Instant at) {
        String currency = order.path("currency").asText();
        BigDecimal total = Money.parse(order.path("total").asText());
        BigDecimal after = refunded(order).add(amount);
        if (amount.signum() <= 0 || after.compareTo(total) > 0) {
            throw new RestError(
                    400, "woocommerce_rest_invalid_order_refund", "Refund amount must be greater than zero and fit.");
        }
        rows(order)
                .insertObject(0)
                .put("id", refundId)
                .put("reason", reason)
                .put("total", "-" + Money.text(amount, currency));
        if (after.compareTo(total) == 0) {
            status(order, "refunded", at);
        }
        modified(order, at);
        return document(order.path("id").asLong(), refundId, Money.text(amount, currency), reason, at);
    }

    private static ArrayNode rows(ObjectNode order) {
        return order.path("refunds") instanceof ArrayNode rows ? rows : order.putArray("refunds");
    }

    /** The refund's own document, as {@code /orders/<id>/refunds} serves it. */
    ObjectNode document(long orderId, long refundId, String amount, String reason, Instant at) {
        ObjectNode refund = Json.object().put("id", refundId).put("parent_id", orderId);
        dates.put(refund, "date_created", at);
        refund.put("amount", amount).put("reason", reason).put("refunded_by", 1).put("refunded_payment", false);
        refund.putArray("meta_data");
        refund.putArray("line_items");
        refund.putArray("shipping_lines");
        refund.putArray("tax_lines");
        refund.putArray("fee_lines");
        links.append(refund, "orders/" + orderId + "/refunds", refundId)
                .putArray("up")
                .addObject()
                .put("href", links.api("orders/" + orderId));
        return refund;
    }

    /** What was paid back so far, a positive amount. */
    static BigDecimal refunded(JsonNode order) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : order.path("refunds")) {
            sum = sum.add(Money.parse(row.path("total").asText("0")).abs());
        }
        return sum;
    }
}
