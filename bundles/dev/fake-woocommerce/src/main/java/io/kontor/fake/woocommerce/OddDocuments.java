package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Makes a proper order odd. */
final class OddDocuments {
    private static final int MANY = 1000;

    private OddDocuments() {}

    static void apply(ObjectNode order, Set<Oddity> oddities) {
        for (Oddity oddity : Oddity.values()) {
            if (oddities.contains(oddity)) {
                apply(order, oddity);
            }
        }
    }

    private static void apply(ObjectNode order, Oddity oddity) {
        switch (oddity) {
            case DELETED_PRODUCT -> first(order).put("product_id", 0).putNull("sku");
            case STRING_QUANTITY -> order.path("line_items").forEach(OddDocuments::stringQuantity);
            case DECIMAL_QUANTITY -> first(order).put("quantity", new BigDecimal("1.5"));
            case ODD_TYPES -> oddTypes(order);
            case UNKNOWN_FIELDS -> unknownFields(order);
            case UNKNOWN_STATUS -> order.put("status", "awaiting-pickup");
            case MISSING_CUSTOMER -> missingCustomer(order);
            case NEGATIVE_TOTAL -> order.put("total", "-" + order.path("total").asText());
            case OVERSIZED -> oversized(order);
            case LOCAL_DATES_ONLY -> order.remove(List.of("date_created_gmt", "date_modified_gmt", "date_paid_gmt"));
            case ENTITY_SYMBOL -> order.put("currency_symbol", "&euro;");
        }
    }

    private static ObjectNode first(ObjectNode order) {
        return order.path("line_items").path(0) instanceof ObjectNode line ? line : Json.object();
    }

    private static void stringQuantity(JsonNode line) {
        ((ObjectNode) line).put("quantity", line.path("quantity").asText());
    }

    private static void oddTypes(ObjectNode order) {
        order.put("customer_id", order.path("customer_id").asText());
        order.put("total", new BigDecimal(order.path("total").asText()));
        order.put("prices_include_tax", "no");
        order.put("number", order.path("id").asLong());
        first(order).put("sku", 123).put("price", first(order).path("price").asText());
        ArrayNode meta = (ArrayNode) order.path("meta_data");
        meta.addObject().put("id", "7").put("key", "_nested").putObject("value").put("a", 1);
        meta.addObject()
                .put("id", 8)
                .put("key", "_list")
                .putArray("value")
                .add(1)
                .add("two");
        meta.addObject().put("id", 9).put("key", 10).putNull("value");
        order.putObject("coupon_lines");
    }

    private static void unknownFields(ObjectNode order) {
        order.put("_plugin_score", 0.75).putObject("attribution").put("channel", "organic");
        first(order).putArray("addons").addObject().put("gift", true);
        ((ObjectNode) order.path("billing")).put("vat_number", "DE123456789");
    }

    private static void missingCustomer(ObjectNode order) {
        order.put("customer_id", 0);
        order.set("billing", Address.of("", "", "", "", "").billing());
        order.set("shipping", Address.of("", "", "", "", "").shipping());
    }

    private static void oversized(ObjectNode order) {
        ArrayNode lines = (ArrayNode) order.path("line_items");
        ObjectNode pattern = first(order).deepCopy();
        pattern.put("subtotal", "0.00")
                .put("total", "0.00")
                .put("subtotal_tax", "0.00")
                .put("total_tax", "0.00");
        pattern.put("price", 0);
        pattern.putArray("taxes");
        long id = pattern.path("id").asLong() + 1_000_000;
        while (lines.size() < MANY) {
            lines.add(pattern.deepCopy().put("id", id++));
        }
    }
}
