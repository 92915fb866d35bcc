package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.AdminAnswer;
import io.kontor.it.KontorDistribution;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo lives through its sixty days; what stands on the board afterwards came through the shop. */
@Tag("osgi")
class DemoTest {
    private static final Duration ON_THE_BOARD = Duration.ofSeconds(15);
    private static final Pattern ORDER = Pattern.compile("Order (\\d+) of .+");

    @RegisterExtension
    static final KontorDistribution kontor =
            KontorDistribution.fresh().withEnvironment("KONTOR_CLOCK_MAY_BE_SET", "true");

    private final StoredRows rows = new StoredRows(kontor);

    @Test
    void theBoardIsFullOfDealsThatOrdersHaveMadeAndTheLogSaysNothingBad() throws Exception {
        AdminAnswer told = kontor.admin("demo");
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
}
