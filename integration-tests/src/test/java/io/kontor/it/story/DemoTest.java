package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.AdminAnswer;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.client.SetUp;
import io.kontor.it.client.Visitor;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The demo lives through its sixty days; what stands on the board afterwards came through the shop. Then it goes by one
 * press, and a process that dies meanwhile does not keep it from going: afterwards the workspace has the rows of one that
 * never had any.
 */
@Tag("osgi")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    private static final Duration ON_THE_BOARD = Duration.ofSeconds(15);
    private static final Pattern ORDER = Pattern.compile("Order (\\d+) of .+");
    private static final Duration REMOVED = Duration.ofMinutes(2);
    private static final String DATA = "/api/demo/data";
    private static final String REMOVAL = DATA + "/removal";

    /**
     * What stays by its nature: who did what, answers to repeated requests (a day), who is logged in, and the hashes that
     * let one transaction at a time decide who somebody is.
     */
    private static final Set<String> BY_NATURE =
            Set.of("access_audit", "access_session", "rest_idempotency", "customer_identity_lock");

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh()
            .withEnvironment("KONTOR_CLOCK_MAY_BE_SET", "true")
            .withEnvironment("KONTOR_HTTP_ADDRESS", "0.0.0.0");

    private static AdminAnswer told = new AdminAnswer(1, "There is no demo");

    private final StoredRows rows = new StoredRows(kontor);

    @Test
    @Order(1)
    void theBoardIsFullOfDealsThatOrdersHaveMadeAndTheLogSaysNothingBad() throws Exception {
        told = kontor.admin("demo");
        assertEquals(0, told.exit(), told.text());
        assertTrue(told.text().contains("password"), told.text());
        await("everything is worked off", ON_THE_BOARD, rows::settled);
        everyDealIsMadeByOrders();
        theBoardIsRich();
        assertEquals(List.of(), badLines());
        assertOneMoreOrderIsOnTheBoard();
    }

    private void everyDealIsMadeByOrders() throws Exception {
        assertEquals(0, rows.number("select count(*) from pipeline_deal where origin <> 'ORDER'"));
        assertEquals(0, rows.number("""
                select count(*) from pipeline_deal left join pipeline_deal_order
                    on pipeline_deal_order.deal_id = pipeline_deal.id
                  where pipeline_deal_order.deal_id is null
                """), "a deal has orders");
        assertEquals(0, rows.number("""
                select count(*) from pipeline_deal
                  where outcome = 'WON' and not exists (select 1 from pipeline_deal_order
                    where deal_id = pipeline_deal.id
                      and payment in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'))
                """), "a payment has won it");
    }

    private void theBoardIsRich() throws Exception {
        assertTrue(rows.number("select count(*) from order_order") > 200);
        assertTrue(rows.number("select count(*) from pipeline_deal where outcome = 'OPEN'") >= 12);
        assertTrue(rows.number("select count(distinct stage_id) from pipeline_deal where outcome = 'OPEN'") >= 3);
        assertTrue(rows.number("select count(*) from pipeline_deal where outcome = 'WON'") >= 40);
        assertTrue(rows.number("select count(*) from pipeline_deal where outcome = 'LOST'") >= 10);
        assertTrue(rows.number("select count(*) from pipeline_deal where outcome = 'OPEN' and next_step is not null")
                >= 4);
        long days = rows.number("select datediff(max(opened_at), min(opened_at)) from pipeline_deal");
        assertTrue(days >= 55 && days <= 60, "days: " + days);
    }

    private static List<String> badLines() throws Exception {
        return Files.readAllLines(kontor.log()).stream()
                .filter(line -> line.contains("| ERROR |") || line.contains("| WARN  |"))
                .toList();
    }

    private void assertOneMoreOrderIsOnTheBoard() throws Exception {
        AdminAnswer placed = kontor.admin("demo", "order");
        Matcher order = ORDER.matcher(placed.text());
        assertTrue(placed.exit() == 0 && order.matches(), placed.text());
        await("the order is on the board", ON_THE_BOARD, () -> rows.number("""
                select count(*) from pipeline_deal_order join pipeline_deal
                    on pipeline_deal.id = pipeline_deal_order.deal_id
                  where pipeline_deal_order.number = ? and pipeline_deal.outcome = 'OPEN'
                """, order.group(1)) == 1);
    }

    @Test
    @Order(2)
    void afterTheRemovalTheWorkspaceIsAsOneThatNeverHadADemo() throws Exception {
        kontor.admin("workspace", "add", "plain", "--host", "localhost");
        Visitor.stranger(kontor.baseUrl().replace("127.0.0.1", "localhost"))
                .send(new SetUp("Paula", "paula@plain.example", "a horse that counts to nine", "Plain")
                        .through(kontor.admin("setup-link", "plain").text()))
                .expect(204);
        await("everything is worked off", REMOVED, rows::settled);
        assertTrue(counts("main").get("order_order") > 200);

        Call logIn = Call.post("/api/access/session", """
                {"email": "%s", "password": "%s"}
                """.formatted(word("e-mail"), word("password")));
        Visitor proprietor = Visitor.ofSession(
                kontor.baseUrl(), Visitor.stranger(kontor.baseUrl()).send(logIn).expect(200));
        assertEquals(
                "READY",
                proprietor.send(Call.get(DATA)).expect(200).json().path("phase").asText());
        JsonNode begun = proprietor.send(Call.post(REMOVAL, "{}")).expect(200).json();
        assertEquals("REMOVING", begun.path("phase").asText());

        await("some orders are gone", REMOVED, () -> counts("main").get("order_order") < 200);
        kontor.kill();
        kontor.start();
        Visitor again = proprietor.at(kontor.baseUrl());
        again.send(Call.post(REMOVAL, "{}")).expect(200);
        await(
                "the demo is gone",
                REMOVED,
                () -> again.send(Call.get(DATA))
                        .expect(200)
                        .json()
                        .path("phase")
                        .isMissingNode());
        await("everything is worked off", REMOVED, rows::settled);

        assertEquals(counts("plain"), counts("main"));
        assertEquals(0, rows.controlNumber("select count(*) from webhooks_address where workspace = 'main'"));
        assertEquals(0, rows.controlNumber("select count(*) from webhooks_inbox where workspace = 'main'"));
        assertEquals(0, rows.controlNumber("select count(*) from jobs_plan where task_instance like '%connector%'"));
        assertEquals(0, rows.controlNumber("select count(*) from jobs_plan where task_instance like '%demo%'"));
    }

    private static String word(String what) {
        Matcher line = Pattern.compile("(?m)^" + what + "\\s+(\\S+)$").matcher(told.text());
        assertTrue(line.find(), told.text());
        return line.group(1);
    }

    /** The rows of every table of the workspace. */
    private static Map<String, Long> counts(String workspace) throws Exception {
        String catalogue = "kontor_w_" + workspace;
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = kontor.database(catalogue);
                Statement statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(catalogue, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!BY_NATURE.contains(table)) {
                    try (ResultSet row = statement.executeQuery("select count(*) from `" + table + "`")) {
                        row.next();
                        counts.put(table, row.getLong(1));
                    }
                }
            }
        }
        return counts;
    }
}
