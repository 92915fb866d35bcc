package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static io.kontor.it.story.RunningKontor.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.Oddity;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.it.KontorDistribution;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is wrong gets a clear answer or is set aside with its reason, and the rest goes on. */
@Tag("osgi")
@Tag("side-by-side")
class BadInputTest {
    private static final String SECRET = "a-secret-of-the-shop";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OVER_THE_LIMIT = 5 * 1024 * 1024 + 1;
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    private static final Address ANNA = Address.of("Anna", "Arndt", "anna@buyer.example", "", "DE");
    private static RunningKontor proprietor;
    private static String account;
    private static long teapot;
    private final StoredRows rows = new StoredRows(kontor);

    @BeforeAll
    static void connect() throws Exception {
        teapot = SHOP.addProduct(ProductDraft.of("Teapot", "TEA-1", "39.90"));
        proprietor = RunningKontor.setUp(kontor);
        account = proprietor
                .connect(SHOP, Map.of("webhookSecret", SECRET))
                .path("id")
                .asText();
        await("the shop sends messages", PATIENCE, () -> !SHOP.webhooks().isEmpty());
    }

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void aMissingWrongOrTruncatedSignatureIsRefusedAndNothingButACountIsStored() throws Exception {
        await("earlier messages are worked off", PATIENCE, rows::settled);
        byte[] body = "{\"id\":4711}".getBytes(StandardCharsets.UTF_8);
        long before = rows.controlNumber("select count(*) from webhooks_inbox");
        long refused = refused();
        Map<String, String> unsigned = headers(body);
        unsigned.remove("X-WC-Webhook-Signature");
        Map<String, String> wrong = headers("{\"id\":4712}".getBytes(StandardCharsets.UTF_8));
        Map<String, String> truncated = headers(body);
        truncated.compute(
                "X-WC-Webhook-Signature", (name, value) -> String.valueOf(value).substring(0, 20));
        for (Map<String, String> headers : List.of(unsigned, wrong, truncated)) {
            problem(401, proprietor.hook(account, headers, body));
        }
        assertEquals(before, rows.controlNumber("select count(*) from webhooks_inbox"));
        assertEquals(refused + 3, refused());
    }

    @Test
    void onlyAPingMayComeUnsigned() throws Exception {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        assertEquals(200, proprietor.hook(account, form, bytes("webhook_id=12")).statusCode());
        problem(401, proprietor.hook(account, form, bytes("webhook_id=12&more=1")));
        problem(401, proprietor.hook(account, form, bytes("webhook_id=x")));
    }

    @Test
    void aBodyOverTheLimitAnUnknownAccountAndAnotherMethodAreProblems() throws Exception {
        byte[] large = new byte[OVER_THE_LIMIT];
        problem(413, proprietor.hook(account, headers(large), large));
        problem(404, proprietor.hook(UUID.randomUUID().toString(), Map.of(), bytes("{}")));
        problem(405, proprietor.call("GET", "/hook/" + account, ""));
    }

    @Test
    void brokenJsonIsSetAsideWithItsReasonAndTheNextOrderComes() throws Exception {
        for (String broken : List.of("{\"id\": 90001, \"status\": ", "[1,2]", "<p>Error</p>", "{}")) {
            assertEquals(
                    200,
                    proprietor
                            .hook(account, headers(bytes(broken)), bytes(broken))
                            .statusCode(),
                    broken);
        }
        long next = SHOP.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1));
        await("the next order", PATIENCE, () -> proprietor.order(next).isPresent());
        await("all are worked off", PATIENCE, rows::settled);
        assertEquals(0, rows.controlNumber("select count(*) from events_failure"));
    }

    @Test
    void everyOddityIsMappedOrSetAsideAndTheRestGoesOn() throws Exception {
        for (Oddity oddity : Oddity.values()) {
            long number = SHOP.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1).with(oddity));
            await(
                    oddity + " is there or set aside",
                    PATIENCE,
                    () -> proprietor.order(number).isPresent() || setAside(number));
        }
    }

    @Test
    void amountsKeepTheirPlacesInCurrenciesWithoutAndWithThreeDecimals() throws Exception {
        for (String currency : List.of("JPY", "KWD")) {
            long number = SHOP.placeOrder(OrderDraft.guest(ANNA).item(teapot, 3).currency(currency));
            await(
                    "the order in " + currency,
                    PATIENCE,
                    () -> proprietor.order(number).isPresent());
            JsonNode total = proprietor.order(number).orElseThrow().path("total");
            String shops = SHOP.order(number).orElseThrow().path("total").asText();
            assertEquals(currency, total.path("currency").asText());
            assertEquals(
                    Long.parseLong(shops.replace(".", "")), total.path("minor").asLong(), shops);
        }
    }

    @Test
    void ofTwoVersionsInOneSecondTheOneThatTheShopHasIsKept() throws Exception {
        long number = SHOP.placeOrder(OrderDraft.guest(ANNA).item(teapot, 2));
        await("the order", PATIENCE, () -> proprietor.order(number).isPresent());
        SHOP.twoVersionsInOneSecond(number);
        await(
                "its last version",
                PATIENCE,
                () -> "PAID"
                        .equals(proprietor
                                .order(number)
                                .orElseThrow()
                                .path("payment")
                                .asText()));
    }

    @Test
    void everyErrorOfRestIsAProblemWithAStableCode() throws Exception {
        String deals = "/api/pipeline/deals";
        problem(400, proprietor.call("POST", deals, "{\"title\": "));
        problem(400, proprietor.call("POST", deals, "{\"title\": {}}"));
        problem(404, proprietor.call("GET", deals + "/" + UUID.randomUUID(), ""));
        problem(404, proprietor.call("GET", "/api/pipeline/nothing", ""));
        problem(404, proprietor.call("GET", "/api/nobody/nothing", ""));
        problem(405, proprietor.call("PUT", deals, "{}"));
        problem(415, proprietor.call("POST", deals, "<a/>", Map.of("Content-Type", "application/xml")));
        assertFalse(proprietor.call("GET", deals + "/not-an-id", "").statusCode() >= 500);
    }

    private static boolean setAside(long number) throws Exception {
        for (JsonNode letter : proprietor
                .get("/api/connector/accounts/" + account + "/dead-letters?limit=200")
                .path("items")) {
            if (letter.path("externalId").asText().equals(Long.toString(number))) {
                assertTrue(letter.path("reason").asText().length() > 5, letter.toString());
                return true;
            }
        }
        return false;
    }

    private static long refused() throws Exception {
        return proprietor
                .get("/api/connector/accounts/" + account)
                .path("refusedMessages")
                .asLong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-WC-Webhook-Topic", "order.updated");
        headers.put("X-WC-Webhook-Resource", "order");
        headers.put("X-WC-Webhook-Event", "updated");
        headers.put("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString().replace("-", ""));
        headers.put("X-WC-Webhook-Signature", Base64.getEncoder().encodeToString(mac.doFinal(body)));
        return headers;
    }
}
