package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private FakeWooCommerce shop;
    private Caller caller;

    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local());
        caller = new Caller(shop);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theClockIsSetFromOutside() throws Exception {
        post("clock", "{\"now\":\"2025-05-05T10:00:00Z\",\"frozen\":true}", 200);
        long order = post("orders", "", 201).path("id").asLong();
        assertEquals(
                "2025-05-05T10:00:00",
                shop.order(order).orElseThrow().path("date_created_gmt").asText());
        post("clock", "{\"advance_seconds\":90}", 200);
        assertEquals("2025-05-05T10:01:30Z", shop.clock().instant().toString());
        assertEquals(400, caller.control("POST", "clock", "{\"now\":\"noon\"}").statusCode());
        assertEquals(200, caller.control("DELETE", "clock", "").statusCode());
        assertTrue(shop.clock().instant().isAfter(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void anOrderLivesThroughItsStates() throws Exception {
        long product = post("products", "{\"name\":\"Teapot\",\"sku\":\"T\",\"price\":\"10\"}", 201)
                .path("id")
                .asLong();
        long customer = post("customers", "{\"email\":\"a@example.com\",\"first_name\":\"A\"}", 201)
                .path("id")
                .asLong();
        String cart = "{\"customer_id\":" + customer + ",\"currency\":\"USD\",\"line_items\":[{\"product_id\":"
                + product + ",\"quantity\":3}],\"oddities\":[\"string-quantity\"]}";
        JsonNode order = post("orders", cart, 201);
        assertEquals("33.00", order.path("total").asText());
        assertEquals("a@example.com", order.path("billing").path("email").asText());
        String path = "orders/" + order.path("id").asLong() + "/";
        post(path + "pay", "", 200);
        post(path + "refund", "{\"amount\":\"3.00\",\"reason\":\"late\"}", 200);
        JsonNode truth = JSON.readTree(caller.control("GET", "truth", "").body());
        assertEquals(
                "3.00",
                truth.path("sums")
                        .path("USD")
                        .path("processing")
                        .path("refunded")
                        .asText());
        post(path + "trash", "", 200);
        assertEquals(0, caller.list("orders").size());
        post(path + "restore", "", 200);
        assertEquals(1, caller.list("orders").size());
    }

    @Test
    void faultsComeAndGoAndSpareTheControl() throws Exception {
        post("faults", "{\"kind\":\"status\",\"status\":503,\"retry_after\":2}", 201);
        assertEquals(503, caller.get("orders").statusCode());
        assertEquals(
                1, JSON.readTree(caller.control("GET", "faults", "").body()).size());
        assertEquals(200, caller.control("DELETE", "faults", "").statusCode());
        assertEquals(200, caller.get("orders").statusCode());
        assertEquals(
                400,
                caller.control("POST", "faults", "{\"kind\":\"earthquake\"}").statusCode());
    }

    @Test
    void aPastIsInventedAndADocumentLoaded() throws Exception {
        JsonNode truth = post("history", "{\"count\":20,\"buyers\":7,\"seed\":4,\"currencies\":[]}", 201);
        assertEquals(7, truth.path("buyers").asInt());
        assertEquals(1, truth.path("sums").size());
        post("orders/load", "{\"id\":5000,\"status\":\"failed\",\"date_created_gmt\":\"2020-01-01T00:00:00\"}", 201);
        assertEquals("failed", caller.list("orders/5000").path("status").asText());
        assertEquals(400, caller.control("POST", "orders/load", "{}").statusCode());
    }

    @Test
    void withoutControlNothingAnswers() throws Exception {
        try (FakeWooCommerce closed = FakeWooCommerce.start(ShopConfig.local().controlled(false))) {
            assertEquals(404, new Caller(closed).control("GET", "info", "").statusCode());
        }
    }

    private JsonNode post(String path, String body, int status) throws Exception {
        var answer = caller.control("POST", path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }
}
