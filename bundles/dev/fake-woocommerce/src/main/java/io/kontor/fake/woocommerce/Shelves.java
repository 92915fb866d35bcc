package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Where the shop keeps its documents. The shop's lock guards it. */
final class Shelves {
    private final Dates dates;
    private final ShopClock clock;
    private final Table orders = new Table();
    private final Table products = new Table();
    private final Table customers = new Table();
    private final Map<Long, Table> variations = new HashMap<>();
    private final Map<Long, Table> refunds = new HashMap<>();

    Shelves(Dates dates, ShopClock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    Table table(String resource) {
        return switch (resource) {
            case Shop.ORDER -> orders;
            case Shop.PRODUCT -> products;
            case Shop.CUSTOMER -> customers;
            default -> throw new IllegalArgumentException(resource);
        };
    }

    Table variations(long product) {
        return variations.computeIfAbsent(product, id -> new Table());
    }

    Table refunds(long order) {
        return refunds.computeIfAbsent(order, id -> new Table());
    }

    void store(String resource, ObjectNode node) {
        Instant created = dates.get(node, "date_created").orElseGet(clock::second);
        table(resource)
                .put(entry(node, created, dates.get(node, "date_modified").orElse(created)));
    }

    static Entry entry(ObjectNode node, Instant created, Instant modified) {
        String email =
                node.path("email").asText(node.path("billing").path("email").asText(""));
        String label = node.path("username")
                .asText(node.path("name").asText(node.path("number").asText("")));
        return new Entry(
                node.path("id").asLong(),
                created,
                modified,
                node.path("status").asText(""),
                node.path("customer_id").asLong(0),
                label,
                email,
                Json.bytes(node));
    }
}
