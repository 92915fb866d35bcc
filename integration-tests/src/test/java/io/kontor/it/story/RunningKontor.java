package io.kontor.it.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.GrantedTime;
import io.kontor.it.client.SetUp;
import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The proprietor of a workspace that was just set up, with a session in the running product. */
public final class RunningKontor {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final SetUp PAULA =
            new SetUp("Paula Proprietor", "paula@shop.example", "a-long-enough-passphrase-42", "Example Goods GmbH");

    private final KontorDistribution kontor;
    private final Visitor proprietor;

    private RunningKontor(KontorDistribution kontor, Visitor proprietor) {
        this.kontor = kontor;
        this.proprietor = proprietor;
    }

    /** Sets the product's first workspace up through its one-time link, without demo data. */
    public static RunningKontor setUp(KontorDistribution kontor) throws IOException {
        String host = kontor.baseUrl();
        Call setUp = PAULA.through(kontor.admin("setup-link").text());
        Answer done = Visitor.stranger(host).send(setUp).expect(204);
        return new RunningKontor(kontor, Visitor.ofSession(host, done));
    }

    /** The proprietor where the product is now; a restart may move it. */
    public Visitor proprietor() {
        return proprietor.at(kontor.baseUrl());
    }

    /** Connects a shop with its keys; answers the account. */
    public JsonNode connect(FakeWooCommerce shop, Map<String, String> moreFields) {
        ObjectNode account = JSON.createObjectNode().put("kind", "woocommerce").put("url", shop.url());
        ObjectNode fields = account.putObject("fields")
                .put("consumerKey", shop.consumerKey())
                .put("consumerSecret", shop.consumerSecret());
        moreFields.forEach(fields::put);
        return proprietor()
                .send(Call.post("/api/connector/accounts", account.toString()))
                .expect(201)
                .json();
    }

    /** Reads what must be there. */
    public JsonNode get(String path) {
        return proprietor().send(Call.get(path)).expect(200).json();
    }

    /** The order with this number in the shop, if it has come. */
    public Optional<JsonNode> order(long number) {
        for (JsonNode order : get("/api/order/orders?q=" + number).path("items")) {
            if (order.path("number").asText().equals(Long.toString(number))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Any request in the session's name, whatever comes of it. */
    public HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, Map.of("Content-Type", "application/json"));
    }

    /** As {@link #call(String, String, String)} with these headers. */
    public HttpResponse<String> call(String method, String path, String body, Map<String, String> headers) {
        Call call = new Call(method, path, headers, Optional.of(body).filter(text -> !text.isEmpty()));
        return proprietor().send(call).response();
    }

    /** A message to a hook, without any log-in. */
    public HttpResponse<String> hook(String account, Map<String, String> headers, byte[] body) {
        Call call = new Call("POST", "/hook/" + account, headers, Optional.empty());
        return Visitor.stranger(kontor.baseUrl()).send(call, body).response();
    }

    /** That an answer is a problem document with this status; answers its stable code. */
    public static String problem(int status, HttpResponse<String> answer) {
        return new Answer(answer).problem(status).json().path("code").asText();
    }

    /** Something that becomes true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until it holds; how long that took, in {@link GrantedTime}. */
    public static Duration await(String what, Duration atMost, Condition condition) throws Exception {
        long start = GrantedTime.nanos();
        while (!condition.holds()) {
            Duration waited = GrantedTime.since(start);
            assertTrue(waited.compareTo(atMost) < 0, what + ": not within " + atMost);
            Thread.sleep(50);
        }
        return GrantedTime.since(start);
    }
}
