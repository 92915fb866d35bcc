package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "s3cr3t";
    private FakeWooCommerce shop;
    private Caller caller;
    private Receiver receiver;

    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local());
        caller = new Caller(shop);
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        shop.close();
        receiver.close();
    }

    @Test
    void anEventIsDeliveredWithItsHeadersAndASignatureOverTheRawBody() throws Exception {
        long webhook = register("order.created");
        long order = shop.someoneBuys();
        settled();
        Receiver.Delivery delivery = receiver.events().get(0);
        assertEquals("order.created", delivery.header("X-WC-Webhook-Topic").orElse(""));
        assertEquals("order", delivery.header("X-WC-Webhook-Resource").orElse(""));
        assertEquals("created", delivery.header("X-WC-Webhook-Event").orElse(""));
        assertEquals(Long.toString(webhook), delivery.header("X-WC-Webhook-ID").orElse(""));
        assertEquals(shop.url() + "/", delivery.header("X-WC-Webhook-Source").orElse(""));
        assertEquals(32, delivery.header("X-WC-Webhook-Delivery-ID").orElse("").length());
        assertEquals(
                Signature.webhook(delivery.body(), SECRET),
                delivery.header("X-WC-Webhook-Signature").orElse(""));
        assertEquals(caller.list("orders/" + order), JSON.readTree(delivery.body()));
    }

    @Test
    void thePayloadIsThatOfTheTimeOfDelivery() throws Exception {
        register("order.created");
        shop.faults().add(FaultRule.of(FaultKind.DELIVERY_LATE).delay(Duration.ofMillis(300)));
        shop.pay(shop.someoneBuys());
        settled();
        assertEquals("processing", body(0).path("status").asText());
    }

    @Test
    void theUnsignedPingMayComeAfterTheFirstDelivery() throws Exception {
        long webhook = register("order.created");
        shop.someoneBuys();
        settled();
        Receiver.Delivery ping = receiver.all().get(1);
        assertTrue(ping.ping());
        assertTrue(ping.header("X-WC-Webhook-Signature").isEmpty());
        assertEquals(
                "application/x-www-form-urlencoded", ping.header("Content-Type").orElse(""));
        assertEquals("webhook_id=" + webhook, new String(ping.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aDeletionCarriesNothingButTheId() throws Exception {
        register("order.deleted");
        long order = shop.someoneBuys();
        shop.trash(order);
        settled();
        assertEquals(JSON.createObjectNode().put("id", (int) order), body(0));
    }

    @Test
    void fiveFailuresInARowDisableAndOnlyTheApiEnablesAgain() throws Exception {
        long webhook = register("order.created");
        receiver.answer(302);
        for (int i = 0; i < 7; i++) {
            shop.someoneBuys();
        }
        settled();
        assertEquals(5, receiver.events().size());
        assertEquals(
                "disabled", caller.list("webhooks/" + webhook).path("status").asText());
        receiver.answer(200);
        assertEquals(
                200,
                caller.call("PUT", "webhooks/" + webhook, "{\"status\":\"active\"}")
                        .statusCode());
        shop.someoneBuys();
        settled();
        assertEquals(6, receiver.events().size());
    }

    @Test
    void aSuccessForgivesTheFailuresBeforeIt() throws Exception {
        long webhook = register("order.created");
        for (int status : new int[] {500, 500, 500, 500, 200, 500, 500, 500, 500}) {
            receiver.answer(status);
            shop.someoneBuys();
            settled();
        }
        assertEquals("active", caller.list("webhooks/" + webhook).path("status").asText());
    }

    @Test
    void deliveriesAreLostDoubledAndOvertaken() throws Exception {
        register("order.created");
        shop.faults().add(FaultRule.of(FaultKind.DELIVERY_LOST).times(1));
        long lost = shop.someoneBuys();
        settled();
        shop.faults().clear();
        shop.faults().add(FaultRule.of(FaultKind.DELIVERY_REORDERED).times(1));
        long late = shop.someoneBuys();
        long early = shop.someoneBuys();
        settled();
        shop.faults().add(FaultRule.of(FaultKind.DELIVERY_DOUBLED));
        long twice = shop.someoneBuys();
        settled();
        List<Long> got =
                receiver.events().stream().map(delivery -> id(delivery.body())).toList();
        assertEquals(List.of(early, late, twice, twice), got);
        assertEquals(
                lost,
                shop.deliveries().stream()
                        .filter(delivery -> delivery.status() == -1)
                        .findFirst()
                        .orElseThrow()
                        .resourceId());
        assertEquals(
                receiver.events().get(2).header("X-WC-Webhook-Delivery-ID"),
                receiver.events().get(3).header("X-WC-Webhook-Delivery-ID"));
    }

    @Test
    void aForgedSignatureIsNotThatOfTheBody() throws Exception {
        register("order.created");
        shop.faults().add(FaultRule.of(FaultKind.DELIVERY_WRONG_SIGNATURE));
        shop.someoneBuys();
        settled();
        Receiver.Delivery delivery = receiver.events().get(0);
        assertNotEquals(
                Signature.webhook(delivery.body(), SECRET),
                delivery.header("X-WC-Webhook-Signature").orElse(""));
    }

    @Test
    void twoVersionsOfOneSecondArriveAsTheyWere() throws Exception {
        register("order.updated");
        long order = shop.someoneBuys();
        shop.twoVersionsInOneSecond(order);
        settled();
        assertEquals("on-hold", body(0).path("status").asText());
        assertEquals("processing", body(1).path("status").asText());
        assertEquals(body(0).path("date_modified_gmt"), body(1).path("date_modified_gmt"));
    }

    @Test
    void aWebhookNeedsAKnownTopicAndAnAddress() throws Exception {
        String topic = "{\"topic\":\"order.paid\",\"delivery_url\":\"" + receiver.url() + "\"}";
        assertEquals(400, caller.call("POST", "webhooks", topic).statusCode());
        String url = "{\"topic\":\"order.created\",\"delivery_url\":\"ftp://example.com\"}";
        assertEquals(400, caller.call("POST", "webhooks", url).statusCode());
    }

    @Test
    void aBatchGoesOnBehindARowThatFails() throws Exception {
        String rows = "{\"create\":[{\"topic\":\"nonsense\"},{\"topic\":\"order.updated\",\"delivery_url\":\""
                + receiver.url() + "\"}],\"delete\":[77]}";
        JsonNode result =
                JSON.readTree(caller.call("POST", "webhooks/batch", rows).body());
        assertTrue(result.path("create").path(0).has("error"));
        assertEquals("active", result.path("create").path(1).path("status").asText());
        assertTrue(result.path("delete").path(0).has("error"));
        long made = result.path("create").path(1).path("id").asLong();
        assertEquals(501, caller.call("DELETE", "webhooks/" + made, "").statusCode());
        assertEquals(
                200,
                caller.call("DELETE", "webhooks/" + made + "?force=true", "").statusCode());
        assertEquals(0, shop.webhooks().size());
    }

    private long register(String topic) throws Exception {
        String body = "{\"name\":\"t\",\"topic\":\"" + topic + "\",\"secret\":\"" + SECRET + "\",\"delivery_url\":\""
                + receiver.url() + "\"}";
        JsonNode webhook = JSON.readTree(caller.call("POST", "webhooks", body).body());
        assertTrue(webhook.path("secret").isMissingNode(), "the secret is never shown");
        return webhook.path("id").asLong();
    }

    private void settled() throws Exception {
        assertTrue(shop.awaitDeliveries(Duration.ofSeconds(20)));
    }

    private JsonNode body(int index) throws Exception {
        return JSON.readTree(receiver.events().get(index).body());
    }

    private static long id(byte[] body) {
        return Json.read(body).path("id").asLong();
    }
}
