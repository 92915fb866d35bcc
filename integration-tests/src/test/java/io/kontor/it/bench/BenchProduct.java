package io.kontor.it.bench;

import static io.kontor.it.story.RunningKontor.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.bench.LeanClient.Response;
import io.kontor.it.client.Visitor;
import io.kontor.it.story.RunningKontor;
import java.nio.charset.StandardCharsets;
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
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final byte[] NOTHING = {};

    private final LeanClient client = new LeanClient();
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
        require(200, path, client.send(proprietor.proprietor(), "GET", path, Map.of(), NOTHING));
    }

    /** POST with an Idempotency-Key of its own that must make something. */
    JsonNode create(String path, String body) throws Exception {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        Response answer =
                client.send(proprietor.proprietor(), "POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
        require(201, path, answer);
        return RunningKontor.JSON.readTree(answer.body());
    }

    /** A message of the shop that must be taken. */
    void deliver(SignedOrders.Message message) throws Exception {
        Visitor shop = Visitor.stranger(kontor.baseUrl());
        String path = "/hook/" + account;
        require(200, path, client.send(shop, "POST", path, message.headers(), message.body()));
    }

    private static void require(int status, String path, Response answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(
                    path + ": " + answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /** Stops it in order and starts it again; how long the start took until it was ready. */
    Duration restart() throws Exception {
        kontor.stop();
        long begin = System.nanoTime();
        kontor.start();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Ends Kontor without its database. */
    void kill() throws Exception {
        kontor.kill();
    }

    /** The memory of Kontor without its database that is in use, in MiB. */
    long residentMebibytes() {
        return ProcessCpu.residentMebibytes(kontor.pid());
    }

    /** A number out of a database. */
    long number(String catalogue, String query) throws Exception {
        try (Connection connection = kontor.database(catalogue)) {
            return number(connection, query);
        }
    }

    private static long number(Connection connection, String query, Object... parameters) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Waits until every event that is there now has its position; notices it at once. */
    void awaitNumbered() throws Exception {
        try (Connection control = kontor.database(CONTROL)) {
            long newest = number(control, "select coalesce(max(id), 0) from events_outbox");
            String waiting = "select count(*) from events_outbox where position is null and id <= ?";
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (number(control, waiting, newest) > 0) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The events have no positions after " + PATIENCE);
                }
                Thread.sleep(2);
            }
        }
    }

    /** How many events of orders have no position yet. */
    int waitingOrderEvents() throws Exception {
        return Math.toIntExact(
                number(CONTROL, "select count(*) from events_outbox where position is null and name like 'order.%'"));
    }

    /** Waits until the consumer of messages has done all that have a position. */
    void awaitProcessed() throws Exception {
        awaitConsumer("webhooks.process-woocommerce", "webhooks.received-woocommerce");
    }

    /** Waits until the board has seen every event of an order that has a position. */
    void awaitBoard() throws Exception {
        awaitConsumer("pipeline.order-rule", "order.%");
    }

    /** Asks for one row only, so that the database does not work for the waiting. */
    private void awaitConsumer(String subscription, String events) throws Exception {
        try (Connection control = kontor.database(CONTROL)) {
            long last =
                    number(control, "select coalesce(max(position), 0) from events_outbox where name like ?", events);
            String position = "select coalesce(max(position), ?) from events_subscription where name = ?";
            await(subscription, PATIENCE, () -> number(control, position, last, subscription) >= last);
        }
    }

    /** Waits until nothing is left to do. */
    void settle() throws Exception {
        awaitNumbered();
        awaitProcessed();
        awaitNumbered();
        awaitBoard();
    }
}
