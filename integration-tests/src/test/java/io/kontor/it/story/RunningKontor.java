package io.kontor.it.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The proprietor of a workspace that was just set up, with a session in the running product. */
public final class RunningKontor {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String PROBLEM = "application/problem+json";

    private final KontorDistribution kontor;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String csrf = "";

    private RunningKontor(KontorDistribution kontor) {
        this.kontor = kontor;
    }

    /** Sets the product's first workspace up through its one-time link, without demo data. */
    public static RunningKontor setUp(KontorDistribution kontor) throws IOException, InterruptedException {
        RunningKontor proprietor = new RunningKontor(kontor);
        String link = kontor.admin("setup-link").text().strip();
        ObjectNode answers = JSON.createObjectNode()
                .put("token", link.substring(link.indexOf('#') + 1))
                .put("name", "Paula Proprietor")
                .put("email", "paula@shop.example")
                .put("password", "a-long-enough-passphrase-42")
                .put("company", "Example Goods GmbH")
                .put("country", "DE")
                .put("currency", "EUR")
                .put("zone", "Europe/Berlin")
                .put("locale", "en")
                .put("demoData", false);
        HttpResponse<String> done = proprietor.call("POST", "/api/access/setup", answers.toString());
        assertEquals(204, done.statusCode(), done.body());
        proprietor.csrf =
                proprietor.get("/api/access/session").path("csrfToken").asText();
        return proprietor;
    }

    /** Connects a shop with its keys; answers the account. */
    public JsonNode connect(FakeWooCommerce shop, Map<String, String> moreFields)
            throws IOException, InterruptedException {
        ObjectNode account = JSON.createObjectNode().put("kind", "woocommerce").put("url", shop.url());
        ObjectNode fields = account.putObject("fields")
                .put("consumerKey", shop.consumerKey())
                .put("consumerSecret", shop.consumerSecret());
        moreFields.forEach(fields::put);
        HttpResponse<String> connected = call("POST", "/api/connector/accounts", account.toString());
        assertEquals(201, connected.statusCode(), connected.body());
        return JSON.readTree(connected.body());
    }

    /** Reads what must be there. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("GET", path, "");
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** The order with this number in the shop, if it has come. */
    public Optional<JsonNode> order(long number) throws IOException, InterruptedException {
        for (JsonNode order : get("/api/order/orders?q=" + number).path("items")) {
            if (order.path("number").asText().equals(Long.toString(number))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Any request in the session's name, whatever comes of it. */
    public HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return call(method, path, body, Map.of("Content-Type", "application/json"));
    }

    /** As {@link #call(String, String, String)} with these headers. */
    public HttpResponse<String> call(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(kontor.baseUrl() + path))
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-Token", csrf);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A message to a hook, without any log-in. */
    public HttpResponse<String> hook(String account, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(kontor.baseUrl() + "/hook/" + account))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** That an answer is a problem document with this status; answers its stable code. */
    public static String problem(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith(PROBLEM), type + " " + answer.body());
        String code = JSON.readTree(answer.body()).path("code").asText();
        assertTrue(code.matches("[a-z-]+\\.[a-z-]+"), answer.body());
        return code;
    }

    /** Something that becomes true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until it holds; how long that took. */
    public static Duration await(String what, Duration atMost, Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(waited.compareTo(atMost) < 0, what + ": not within " + atMost);
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
