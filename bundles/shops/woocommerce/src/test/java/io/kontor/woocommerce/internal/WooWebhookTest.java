package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.ShopResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WooWebhookTest {

    private static final String SECRET = "a secret";

    private final WooWebhook webhook = new WooWebhook(new WooJson());

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsTheStandardOne() {
        byte[] mac = HmacSha256.of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII), "Jefe");
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                java.util.HexFormat.of().formatHex(mac));
    }

    @Test
    void aSignedMessageIsGenuineAndNamesItsRecord() {
        DeliveryVerdict verdict = webhook.verify(signed("order.updated", "{\"id\": 12, \"x\": 1}"), SECRET);
        assertEquals(new DeliveryVerdict.Genuine("d-1", "order.updated", "order 12"), verdict);
    }

    @Test
    void oneChangedByteIsForgedAndSoIsAMissingSignatureOrAnEmptySecret() {
        ShopDelivery genuine = signed("order.updated", "{\"id\": 12}");
        byte[] changed = genuine.body().clone();
        changed[7] = '3';
        assertForged(new ShopDelivery(Optional.empty(), genuine.headers(), changed), SECRET);
        assertForged(genuine, "another");
        assertForged(genuine, "");
        Map<String, String> bare = new HashMap<>(genuine.headers());
        bare.remove("x-wc-webhook-signature");
        assertForged(new ShopDelivery(Optional.empty(), bare, genuine.body()), SECRET);
        bare.put("x-wc-webhook-signature", "not base64 !");
        assertForged(new ShopDelivery(Optional.empty(), bare, genuine.body()), SECRET);
    }

    private void assertForged(ShopDelivery delivery, String secret) {
        assertInstanceOf(DeliveryVerdict.Forged.class, webhook.verify(delivery, secret));
    }

    @Test
    void theShopsPingNeedsNoSignature() {
        assertInstanceOf(DeliveryVerdict.Ping.class, webhook.verify(form("webhook_id=15", Map.of()), SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook_id=", "webhook_id=1&x=2", " webhook_id=1", "webhook_id=1\n", "webhook_id=a"})
    void anythingButAPingNeedsASignature(String body) {
        assertForged(form(body, Map.of()), SECRET);
    }

    @Test
    void aPingWithATopicIsNone() {
        assertForged(form("webhook_id=1", Map.of("x-wc-webhook-topic", "order.created")), SECRET);
    }

    @Test
    void aDeletionIsOnlyAHintToAskTheShop() {
        assertEquals(List.of(new ShopChange.Removed(ShopResource.ORDER, "12")), read("order.deleted", "{\"id\": 12}"));
    }

    @Test
    void documentsInAListOrAnEnvelopeAreReadOneByOne() {
        String order = Documents.order().toString();
        List<ShopChange> changes = read("order.created", "{\"data\": [" + order + ", {\"id\": 3}]}");
        assertEquals(
                List.of(ShopChange.Kind.ORDER, ShopChange.Kind.REJECTED),
                changes.stream().map(ShopChange::kind).toList());
    }

    @Test
    void aBrokenBodyIsSetAsideWithItsReason() {
        ShopChange change = read("order.created", "{\"id\": 12, \"status").get(0);
        ShopChange.Rejected rejected = assertInstanceOf(ShopChange.Rejected.class, change);
        assertTrue(rejected.document().reason().startsWith("The document is not JSON"));
        assertTrue(rejected.document().externalId().startsWith("sha256-"));
    }

    @Test
    void otherTopicsAndDraftsDoNotConcernUs() {
        String draft = Documents.order().put("status", "checkout-draft").toString();
        assertInstanceOf(
                ShopChange.Nothing.class, read("coupon.created", "{\"id\": 1}").get(0));
        assertInstanceOf(ShopChange.Nothing.class, read("order.created", draft).get(0));
    }

    private List<ShopChange> read(String topic, String body) {
        return webhook.read(
                new ShopDelivery(Optional.of(topic), Map.of(), body.getBytes(StandardCharsets.UTF_8)),
                Documents.MAPPER);
    }

    private static ShopDelivery form(String body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("content-type", "application/x-www-form-urlencoded");
        return new ShopDelivery(Optional.empty(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ShopDelivery signed(String topic, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ShopDelivery(
                Optional.empty(),
                Map.of(
                        "x-wc-webhook-topic",
                        topic,
                        "x-wc-webhook-delivery-id",
                        "d-1",
                        "x-wc-webhook-signature",
                        Base64.getEncoder().encodeToString(HmacSha256.of(bytes, SECRET))),
                bytes);
    }
}
