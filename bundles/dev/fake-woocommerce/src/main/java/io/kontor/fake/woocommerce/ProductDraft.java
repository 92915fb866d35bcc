package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A product to be put on sale.
 *
 * @param price in the shop's currency
 * @param virtual whether nothing is shipped
 * @param stock how many there are; below zero when stock is not kept
 * @param variations names of its variations, empty for a simple product
 */
public record ProductDraft(
        String name, String sku, BigDecimal price, boolean virtual, int stock, List<String> variations) {

    /** Copies the variations. */
    public ProductDraft {
        variations = List.copyOf(variations);
    }

    /** A simple product that is shipped and whose stock is not kept. */
    public static ProductDraft of(String name, String sku, String price) {
        return new ProductDraft(name, sku, new BigDecimal(price), false, -1, List.of());
    }

    static ProductDraft read(JsonNode json) {
        List<String> variations = new ArrayList<>();
        json.path("variations").forEach(v -> variations.add(v.asText()));
        return new ProductDraft(
                json.path("name").asText("Product"),
                json.path("sku").asText(""),
                Money.parse(json.path("price").asText(json.path("regular_price").asText("0"))),
                json.path("virtual").asBoolean(false),
                json.path("stock").asInt(-1),
                variations);
    }
}
