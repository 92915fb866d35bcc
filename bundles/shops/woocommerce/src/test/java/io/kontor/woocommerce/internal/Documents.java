package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopRecord;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** Small documents of a shop, written for these tests. */
final class Documents {

    static final WooJson JSON = new WooJson();
    static final WooConfig CONFIG = new WooConfig(
            java.net.URI.create("https://shop.example"),
            ZoneId.of("Europe/Berlin"),
            Optional.of(Currency.getInstance("EUR")));
    static final WooMapper MAPPER = new WooMapper(JSON, CONFIG);

    private Documents() {}

    static JsonNode json(String text) {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode order() {
        return (ObjectNode) json("""
                {"id": 41, "number": "1041", "status": "processing", "currency": "EUR",
                 "date_created_gmt": "2026-03-29T00:30:00", "date_modified_gmt": "2026-03-29T00:31:00",
                 "date_paid_gmt": "2026-03-29T00:30:30", "total": "119.00", "total_tax": "19.00",
                 "shipping_total": "5.00", "discount_total": "0.00", "customer_id": 7,
                 "billing": {"first_name": "Ada", "last_name": "Byron", "email": "ada@example.com",
                             "phone": "030 1234567", "company": "Engines Ltd", "address_1": "Main 1",
                             "city": "Berlin", "postcode": "10115", "country": "DE"},
                 "line_items": [{"id": 1, "name": "Tea &ndash; black", "product_id": 5, "variation_id": 6,
                                 "quantity": 3, "total": "95.00", "total_tax": "18.05", "sku": "TEA",
                                 "price": 31.666666666666668}],
                 "shipping_lines": [{"id": 2, "method_title": "Post", "total": "5.00", "total_tax": "0.95"}],
                 "refunds": []}
                """);
    }

    static ShopOrder read(JsonNode order) {
        return MAPPER.order(order).fold(value -> value, rejected -> {
            throw new AssertionError(rejected.reason());
        });
    }

    static String reason(JsonNode order) {
        ShopRecord<ShopOrder> record = MAPPER.order(order);
        return record.fold(
                value -> {
                    throw new AssertionError("it was taken: " + value);
                },
                RejectedDocument::reason);
    }
}
