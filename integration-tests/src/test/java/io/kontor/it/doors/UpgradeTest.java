package io.kontor.it.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.database.EmbeddedMariaDb;
import io.kontor.database.EmbeddedSettings;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The present product starts on the data of the first release, and everything is there. */
@Tag("osgi")
@Tag("side-by-side")
class UpgradeTest {

    private static final KontorDistribution kontor = KontorDistribution.untouched();

    private static Map<String, List<String>> then;

    @BeforeAll
    static void startOnDataOfTheFirstRelease() throws Exception {
        kontor.unpack("upgraded");
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(EmbeddedSettings.of(
                kontor.home().resolve("mariadb"),
                Files.createDirectories(kontor.data()).resolve("mariadb")))) {
            new FormerRelease("first-half").make(server);
            try (Connection connection =
                    DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
                then = FormerRows.all(connection, Map.of());
            }
        }
        kontor.start();
    }

    @AfterAll
    static void stop() throws Exception {
        kontor.stopAndDelete();
    }

    @Test
    void everyRowIsThereInTheColumnsThatItHad() throws Exception {
        Map<String, List<String>> now;
        try (Connection connection = kontor.database("")) {
            now = FormerRows.all(connection, FormerRows.columns(then));
        }
        Map<String, List<String>> missing = new TreeMap<>();
        then.forEach((table, rows) -> {
            List<String> gone = rows.stream()
                    .filter(row -> !now.getOrDefault(table, List.of()).contains(row))
                    .toList();
            if (!gone.isEmpty() && !FormerRows.goesOnByItself(table)) {
                missing.put(table, gone);
            }
        });
        assertEquals(Map.of(), missing);
        assertFalse(then.get("kontor_w_main.customer").size() < 4, "the fixture has rows");
    }

    @Test
    void thePeopleOfThenLogInAndFindTheirWork() {
        Visitor stranger = Visitor.stranger(kontor.baseUrl());
        Answer entered = stranger.send(Call.post("/api/access/session", """
                {"email": "paula@shop.example", "password": "a-long-enough-passphrase-42"}"""));
        Visitor paula = Visitor.ofSession(kontor.baseUrl(), entered);
        JsonNode customers = paula.send(Call.get("/api/customer/customers?limit=50"))
                .expect(200)
                .json();
        assertEquals(
                then.get("kontor_w_main.customer").size(),
                customers.path("items").size());
        List<String> deals = new ArrayList<>();
        for (JsonNode pipeline :
                paula.send(Call.get("/api/pipeline/pipelines")).expect(200).json()) {
            deals.addAll(paula.send(Call.get(
                            "/api/pipeline/pipelines/" + pipeline.path("id").asText() + "/board"))
                    .expect(200)
                    .json()
                    .findValuesAsText("title"));
        }
        assertTrue(deals.contains("Ten teapots"), deals.toString());
        assertEquals(
                2,
                paula.send(Call.get("/api/order/orders?limit=50"))
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }
}
