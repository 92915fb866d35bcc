package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WooAuthenticationTest {
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
    void aSignedRequestOverPlainHttpIsLetIn() throws Exception {
        Map<String, String> query =
                Map.of("per_page", "5", "search", "Müller & Söhne", "modified_after", "2026-01-01T00:00:00");
        assertEquals(
                200,
                caller.plain("orders", caller.signed("orders", query, now())).statusCode());
    }

    @Test
    void aChangedParameterBreaksTheSignature() throws Exception {
        Map<String, String> signed = caller.signed("orders", Map.of("page", "1"), now());
        signed.put("page", "2");
        refused(caller.plain("orders", signed), "signature does not match");
    }

    @Test
    void aNonceIsGoodOnce() throws Exception {
        Map<String, String> signed = caller.signed("orders", Map.of(), now());
        assertEquals(200, caller.plain("orders", signed).statusCode());
        refused(caller.plain("orders", signed), "nonce has already been used");
    }

    @Test
    void aTimestampOutsideTheQuarterHourIsRefused() throws Exception {
        Map<String, String> late = caller.signed("orders", Map.of(), now().minusSeconds(16 * 60));
        refused(caller.plain("orders", late), "Invalid timestamp");
    }

    @Test
    void aWalkedShopClockLetsBothTimesIn() throws Exception {
        Instant past = Instant.parse("2025-05-01T10:00:00Z");
        shop.clock().set(past);
        assertEquals(
                200,
                caller.plain("orders", caller.signed("orders", Map.of(), past)).statusCode());
        assertEquals(
                200,
                caller.plain("orders", caller.signed("orders", Map.of(), now())).statusCode());
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        Map<String, String> query = Map.of("oauth_consumer_key", "ck_unknown");
        refused(caller.plain("orders", caller.signed("orders", query, now())), "Consumer key is invalid");
    }

    @Test
    void missingParametersAreNamed() throws Exception {
        HttpResponse<String> answer = caller.plain("orders", Map.of("oauth_consumer_key", shop.consumerKey()));
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("woocommerce_rest_authentication_missing_parameter"));
        assertTrue(answer.body().contains("oauth_nonce"));
    }

    @Test
    void basicOverPlainHttpIsRefusedAndOverHttpsAccepted() throws Exception {
        HttpResponse<String> plain = caller.send(caller.basic("orders").GET());
        assertEquals(401, plain.statusCode());
        assertTrue(plain.body().contains("woocommerce_rest_cannot_view"));
        assertEquals(200, caller.get("orders").statusCode());
    }

    @Test
    void keysInTheQueryOfPlainHttpAreRefused() throws Exception {
        Map<String, String> keys = Map.of("consumer_key", shop.consumerKey(), "consumer_secret", shop.consumerSecret());
        assertEquals(401, caller.plain("orders", keys).statusCode());
    }

    @Test
    void revokedKeysOpenNothing() throws Exception {
        shop.revokeKeys();
        assertEquals(401, caller.get("orders").statusCode());
    }

    @Test
    void theSignedTextIsThatOfTheDocumentation() {
        Query query = new Query(Optional.of("oauth_signature_method=HMAC-SHA1&oauth_consumer_key=abc123"));
        assertEquals(
                "GET&http%3A%2F%2Fwww.example.com%2Fwp-json%2Fwc%2Fv3%2Forders&"
                        + "oauth_consumer_key%3Dabc123%26oauth_signature_method%3DHMAC-SHA1",
                WooAuthentication.baseString("GET", "http://www.example.com/wp-json/wc/v3/orders", query));
    }

    private Instant now() {
        return shop.clock().untouched();
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("woocommerce_rest_authentication_error"), answer.body());
        assertTrue(answer.body().contains(why), answer.body());
    }
}
