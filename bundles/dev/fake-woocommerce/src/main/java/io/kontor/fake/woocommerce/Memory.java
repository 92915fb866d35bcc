package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The shop as one JSON document, and back, so that a shop that was closed opens again as it was. Variations of products
 * and what an order was before it went into the trash are forgotten.
 */
final class Memory {
    private static final Map<String, String> TABLES =
            Map.of("orders", Shop.ORDER, "products", Shop.PRODUCT, "customers", Shop.CUSTOMER);

    private Memory() {}

    static byte[] of(Shop shop, Webhooks webhooks) {
        ObjectNode memory = Json.object();
        TABLES.forEach((name, resource) -> memory.set(name, documents(shop.read(resource, Table::all))));
        memory.set("webhooks", webhooks.memory());
        return Json.bytes(memory);
    }

    private static ArrayNode documents(List<Entry> entries) {
        ArrayNode documents = Json.array();
        entries.forEach(entry -> documents.add(Json.read(entry.json())));
        return documents;
    }

    static void recall(byte[] bytes, Shop shop, Webhooks webhooks) {
        JsonNode memory = Json.read(bytes);
        TABLES.forEach((name, resource) -> memory.path(name).forEach(document -> shop.load(resource, document)));
        webhooks.recall(memory.path("webhooks"));
    }
}
