package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuthorizePageTest {
    private static final Pattern APPROVE = Pattern.compile("wc-auth-approve\" href=\"([^\"]+)\"");
    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void approvingPostsKeysThatWorkAndSendsTheBrowserBack() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local().lenient());
                Receiver callback = new Receiver()) {
            HttpResponse<String> page = open(shop.url() + authorize("read_write", callback.url()));
            assertTrue(page.body().contains("Kontor &amp; Co would like to connect"), page.body());
            HttpResponse<String> granted = open(shop.url() + approve(page));
            assertEquals(302, granted.statusCode());
            assertEquals(
                    "http://crm.example/back?step=2&success=1&user_id=w1%20a7",
                    granted.headers().firstValue("Location").orElse(""));
            JsonNode keys = Json.read(callback.all().get(0).body());
            assertEquals("w1 a7", keys.path("user_id").asText());
            assertEquals("read_write", keys.path("key_permissions").asText());
            assertEquals(200, withKeys(shop, keys));
        }
    }

    @Test
    void aNonceOfThePageIsGoodOnce() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local().lenient());
                Receiver callback = new Receiver()) {
            String approve = shop.url() + approve(open(shop.url() + authorize("read", callback.url())));
            assertEquals(302, open(approve).statusCode());
            assertEquals(401, open(approve).statusCode());
        }
    }

    @Test
    void aCallbackThatDoesNotTakeTheKeysGetsNone() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local().lenient());
                Receiver callback = new Receiver()) {
            callback.answer(500);
            String approve = shop.url() + approve(open(shop.url() + authorize("read_write", callback.url())));
            assertEquals(401, open(approve).statusCode());
            assertEquals(401, withKeys(shop, Json.read(callback.all().get(0).body())));
        }
    }

    @Test
    void aCallbackOverPlainHttpIsRefusedByAStrictShop() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            HttpResponse<String> page = open(shop.url() + authorize("read", "http://crm.example/keys"));
            assertEquals(401, page.statusCode());
            assertTrue(page.body().contains("needs to be over SSL"));
            assertEquals(
                    200,
                    open(shop.url() + authorize("read", "https://crm.example/keys"))
                            .statusCode());
        }
    }

    @Test
    void theEncryptedListenerTakesBasic() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local().withTls())) {
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(Tls.trustingAnybody()).build();
            String url = shop.tlsUrl().orElseThrow() + "/wp-json/wc/v3/settings/general/woocommerce_currency";
            HttpResponse<String> answer =
                    trusting.send(basic(url, shop.consumerKey(), shop.consumerSecret()), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "EUR",
                    Json.read(answer.body().getBytes(StandardCharsets.UTF_8))
                            .path("value")
                            .asText());
        }
    }

    private HttpResponse<String> open(String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private int withKeys(FakeWooCommerce shop, JsonNode keys) throws Exception {
        HttpRequest plain = basic(
                shop.url() + "/wp-json/wc/v3/orders",
                keys.path("consumer_key").asText(),
                keys.path("consumer_secret").asText());
        HttpRequest forwarded = HttpRequest.newBuilder(plain, (name, value) -> true)
                .header("X-Forwarded-Proto", "https")
                .build();
        return browser.send(forwarded, BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest basic(String url, String key, String secret) {
        String pair = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + pair)
                .build();
    }

    private static String approve(HttpResponse<String> page) {
        Matcher link = APPROVE.matcher(page.body());
        assertTrue(link.find(), page.body());
        return link.group(1).replace("&amp;", "&");
    }

    private static String authorize(String scope, String callback) {
        return "/wc-auth/v1/authorize?app_name=" + encoded("Kontor & Co") + "&scope=" + scope + "&user_id="
                + encoded("w1 a7") + "&return_url=" + encoded("http://crm.example/back?step=2") + "&callback_url="
                + encoded(callback);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
