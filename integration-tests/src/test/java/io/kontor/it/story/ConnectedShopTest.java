package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static io.kontor.it.story.RunningKontor.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shops at a product that the world reaches with TLS: connected by one button, and when a document is no good. */
@Tag("osgi")
@Tag("side-by-side")
class ConnectedShopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern APPROVE = Pattern.compile("class=\"wc-auth-approve\" href=\"([^\"]+)\"");
    private static final String ACCOUNTS = "/api/connector/accounts/";
    private static final FakeWooCommerce BY_BUTTON = open();
    private static final FakeWooCommerce BY_KEYS = open();
    private static final int TLS_PORT = freePort();
    private static final String PUBLIC = "https://127.0.0.1:" + TLS_PORT;

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh()
            .withSetting(
                    "io.kontor.connector.cfg", "allowedPrivateTargets = " + target(BY_BUTTON) + "," + target(BY_KEYS))
            .withEnvironment("KONTOR_TLS", "true")
            .withEnvironment("KONTOR_TLS_PORT", Integer.toString(TLS_PORT))
            .withEnvironment("KONTOR_TLS_KEYSTORE", SelfSigned.keyStore().toString())
            .withEnvironment("KONTOR_TLS_PASSWORD", SelfSigned.PASSWORD)
            .withEnvironment("KONTOR_PUBLIC_URL", PUBLIC);

    private static RunningKontor proprietor;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final StoredRows rows = new StoredRows(kontor);

    /** Its messages and keys go to whoever has any certificate. */
    private static FakeWooCommerce open() {
        try {
            return FakeWooCommerce.start(ShopConfig.local().lenient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(FakeWooCommerce shop) {
        return "127.0.0.1:" + URI.create(shop.url()).getPort();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void setUp() throws Exception {
        proprietor = RunningKontor.setUp(kontor);
    }

    @AfterAll
    static void closeShops() {
        BY_BUTTON.close();
        BY_KEYS.close();
    }

    @Test
    void oneButtonConnectsAShopAndItsMessagesComeEncrypted() throws Exception {
        ObjectNode wanted = RunningKontor.JSON
                .createObjectNode()
                .put("kind", "woocommerce")
                .put("url", BY_BUTTON.url())
                .put("label", "Tea by button");
        HttpResponse<String> started = proprietor.call("POST", "/api/connector/authorisations", wanted.toString());
        assertEquals(200, started.statusCode(), started.body());
        String page =
                RunningKontor.JSON.readTree(started.body()).path("location").asText();
        assertTrue(page.startsWith(BY_BUTTON.url() + "/wc-auth/v1/authorize?"), page);

        HttpResponse<String> agreed = agree(page);
        assertEquals(302, agreed.statusCode(), agreed.body());
        String back = agreed.headers().firstValue("Location").orElse("");
        assertTrue(back.startsWith(PUBLIC + "/connector?success=1"), back);
        JsonNode account = account("Tea by button");
        assertEquals("ACTIVE", account.path("status").asText());

        String address = PUBLIC + "/hook/" + account.path("id").asText();
        await(
                "the shop's webhooks",
                PATIENCE,
                () -> BY_BUTTON.webhooks().stream()
                        .anyMatch(hook -> hook.path("delivery_url").asText().equals(address)));
        await(
                "the shop reaches us",
                PATIENCE,
                () -> account("Tea by button").path("reach").asText().equals("WEBHOOKS"));
        long order = BY_BUTTON.someoneBuys();
        await(
                "the order came by a message",
                PATIENCE,
                () -> rows.number("select count(*) from order_order where number = ?", Long.toString(order)) == 1);
        assertTrue(BY_BUTTON.deliveries().stream().anyMatch(delivery -> delivery.status() == 200));

        // The button worked once: whoever has seen the address cannot put other keys in.
        String state = URI.create(callback(page)).getPath();
        problem(
                404,
                proprietor.call("POST", state, "{\"user_id\":\"x\",\"consumer_key\":\"a\",\"consumer_secret\":\"b\"}"));
    }

    private HttpResponse<String> agree(String page) throws Exception {
        HttpResponse<String> shown = open(page);
        assertEquals(200, shown.statusCode(), shown.body());
        Matcher approve = APPROVE.matcher(shown.body());
        assertTrue(approve.find(), shown.body());
        return open(BY_BUTTON.url() + approve.group(1).replace("&amp;", "&"));
    }

    private HttpResponse<String> open(String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static String callback(String page) {
        for (String parameter : URI.create(page).getQuery().split("&")) {
            if (parameter.startsWith("callback_url=")) {
                return parameter.substring("callback_url=".length());
            }
        }
        throw new AssertionError(page);
    }

    private static JsonNode account(String label) throws Exception {
        for (JsonNode account : proprietor.get("/api/connector/accounts")) {
            if (account.path("label").asText().equals(label)) {
                return account;
            }
        }
        throw new AssertionError("no account " + label);
    }

    @Test
    void aDocumentThatIsNoGoodIsTriedAgainOrGivenUpOverRest() throws Exception {
        ObjectNode template = (ObjectNode) BY_KEYS.order(BY_KEYS.someoneBuys()).orElseThrow();
        String account = proprietor.connect(BY_KEYS, Map.of()).path("id").asText();
        String letters = ACCOUNTS + account + "/dead-letters";
        long mended = broken(account, template, 9001);
        JsonNode letter = letter(letters, mended);
        assertEquals(
                "The currency ??? is not in ISO 4217", letter.path("reason").asText());
        String retry = letters + "/" + letter.path("id").asText() + "/retry";
        assertEquals("connector.still-rejected", problem(422, again(retry, "first")));
        assertTrue(letter(letters, mended).path("attempts").asInt()
                > letter.path("attempts").asInt());
        currency(mended, "EUR");
        assertEquals(204, again(retry, "second").statusCode());
        assertTrue(proprietor.order(mended).isPresent());
        problem(404, again(retry, "third"));

        long hopeless = broken(account, template, 9002);
        String discard = letters + "/" + letter(letters, hopeless).path("id").asText() + "/discard";
        assertEquals(204, again(discard, "fourth").statusCode());
        sweep(account);
        assertEquals(0, proprietor.get(letters).path("items").size());
        assertFalse(proprietor.order(hopeless).isPresent());
        assertEquals(0, proprietor.get(ACCOUNTS + account).path("setAside").asInt());
    }

    /** As the page asks: once, whatever the network does. */
    private static HttpResponse<String> again(String path, String key) throws Exception {
        return proprietor.call("POST", path, "", Map.of("Idempotency-Key", key));
    }

    /** An order in a currency that does not exist; no message tells of it. */
    private static long broken(String account, ObjectNode template, long id) throws Exception {
        BY_KEYS.loadOrder(template.deepCopy()
                .put("id", id)
                .put("number", Long.toString(id))
                .put("currency", "???"));
        sweep(account);
        return id;
    }

    private static void currency(long order, String currency) {
        ObjectNode document = (ObjectNode) BY_KEYS.order(order).orElseThrow();
        BY_KEYS.loadOrder(document.put("currency", currency));
    }

    /** Reconciles and waits until that is done: the first to end may have looked before somebody asked for one. */
    private static void sweep(String account) throws Exception {
        nextSweep(account);
        nextSweep(account);
    }

    private static void nextSweep(String account) throws Exception {
        String before = swept(account);
        assertEquals(
                202, proprietor.call("POST", ACCOUNTS + account + "/sweep", "").statusCode());
        await("the sweep", PATIENCE, () -> !swept(account).equals(before));
    }

    private static String swept(String account) throws Exception {
        return proprietor.get(ACCOUNTS + account).path("sweptAt").asText("");
    }

    private static JsonNode letter(String letters, long order) throws Exception {
        for (JsonNode letter : proprietor.get(letters).path("items")) {
            if (letter.path("externalId").asText().equals(Long.toString(order))) {
                return letter;
            }
        }
        throw new AssertionError("order " + order + " is not set aside");
    }
}
