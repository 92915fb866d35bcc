package io.kontor.it.bench;

import static io.kontor.it.story.RunningKontor.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.story.RunningKontor;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The product under measurement: set up, with one shop connected, asked by its proprietor. */
final class BenchProduct {

    static final String WORKSPACE = "kontor_w_main";
    static final String CONTROL = "kontor";
    static final String SECRET = "a secret of the bench";

    private final KontorDistribution kontor;
    private final RunningKontor proprietor;
    private final String account;

    private BenchProduct(KontorDistribution kontor, RunningKontor proprietor, String account) {
        this.kontor = kontor;
        this.proprietor = proprietor;
        this.account = account;
    }

    static BenchProduct setUp(KontorDistribution kontor, FakeWooCommerce shop) throws Exception {
        RunningKontor proprietor = RunningKontor.setUp(kontor);
        String account = proprietor
                .connect(shop, Map.of("webhookSecret", SECRET))
                .path("id")
                .asText();
        await(
                "the import",
                Duration.ofMinutes(2),
                () -> proprietor
                        .get("/api/connector/accounts/" + account + "/progress")
                        .path("phase")
                        .asText()
                        .equals("DONE"));
        BenchProduct product = new BenchProduct(kontor, proprietor, account);
        product.settle();
        return product;
    }

    RunningKontor proprietor() {
        return proprietor;
    }

    /** The source account of the shop. */
    String account() {
        return account;
    }

    /** The CPU of Kontor and its database together. */
    ProcessCpu cpu() throws Exception {
        return new ProcessCpu(List.of(kontor.pid(), databasePid()));
    }

    long databasePid() throws Exception {
        return kontor.databaseProcess().orElseThrow().pid();
    }

    Connection database(String catalogue) throws Exception {
        return kontor.database(catalogue);
    }

    /** GET that must succeed. */
    void read(String path) throws Exception {
        require(200, proprietor.call("GET", path, ""));
    }

    /** POST with an Idempotency-Key of its own that must make something. */
    JsonNode create(String path, String body) throws Exception {
        HttpResponse<String> answer = proprietor.call(
                "POST",
                path,
                body,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        require(201, answer);
        return RunningKontor.JSON.readTree(answer.body());
    }

    /** A message of the shop that must be taken. */
    void deliver(SignedOrders.Message message) throws Exception {
        require(200, proprietor.hook(account, message.headers(), message.body()));
    }

    private static void require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A number out of a database. */
    long number(String catalogue, String query) throws Exception {
        try (Connection connection = kontor.database(catalogue);
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The number of the newest event. */
    long newestEvent() throws Exception {
        return number(CONTROL, "select coalesce(max(id), 0) from events_outbox");
    }

    /** Waits until every event has its position. */
    void awaitNumbered(long upTo) throws Exception {
        await(
                "the events are numbered",
                Duration.ofSeconds(30),
                () -> number(CONTROL, "select count(*) from events_outbox where position is null and id <= " + upTo)
                        == 0);
    }

    /** How many events of orders have no position yet. */
    int waitingOrderEvents() throws Exception {
        return Math.toIntExact(
                number(CONTROL, "select count(*) from events_outbox where position is null and name like 'order.%'"));
    }

    /** Waits until the consumer of messages has done all of them. */
    void awaitProcessed() throws Exception {
        await(
                "the messages are processed",
                Duration.ofMinutes(3),
                () -> number(CONTROL, "select count(*) from webhooks_inbox where processed_at is null") == 0);
    }

    /** Waits until the board has seen every event of an order. */
    void awaitConsumed() throws Exception {
        await("the order events are consumed", Duration.ofMinutes(3), () -> number(CONTROL, """
                select (select count(*) from events_outbox where position is null)
                     + (select count(*) from events_outbox
                         where name like 'order.%'
                           and position > (select position from events_subscription where name like 'pipeline%'))
                """) == 0);
    }

    /** Waits until nothing is left to do. */
    void settle() throws Exception {
        awaitProcessed();
        awaitConsumed();
    }
}
