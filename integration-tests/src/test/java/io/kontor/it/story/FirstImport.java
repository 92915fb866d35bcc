package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.HistoryPlan;
import io.kontor.fake.woocommerce.Truth;
import io.kontor.it.KontorDistribution;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A shop with a past is connected; the process is killed twice while the past comes in. */
final class FirstImport {
    private static final Duration GOES_ON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(60);
    private static final String ORDERS = "select count(*) from order_order";
    private static final String GROUP = " from order_order where currency = ? and foreign_state = ?";

    private final FakeWooCommerce shop;
    private final KontorDistribution kontor;
    private final StoredRows rows;
    private final int orders;
    private final Duration patience;
    private final List<String> figures = new ArrayList<>();
    private long shown;

    FirstImport(FakeWooCommerce shop, KontorDistribution kontor, int orders) {
        this.shop = shop;
        this.kontor = kontor;
        this.rows = new StoredRows(kontor);
        this.orders = orders;
        this.patience = Duration.ofSeconds(120 + orders / 10);
    }

    /** What was measured on the way, a line each. */
    List<String> figures() {
        return List.copyOf(figures);
    }

    void happens() throws Exception {
        Instant now = Instant.now();
        shop.history(HistoryPlan.of(orders, orders * 3 / 5, now.minus(Duration.ofDays(1))));
        shop.clock().set(now.minus(Duration.ofMinutes(40)));
        long latest = shop.someoneBuys();
        shop.clock().reset();
        Truth truth = shop.truth();

        RunningKontor proprietor = RunningKontor.setUp(kontor);
        String account = proprietor.connect(shop, Map.of()).path("id").asText();
        figure(
                "the order of the last hour is there",
                await(
                        "the order of the last hour",
                        AT_ONCE,
                        () -> proprietor.order(latest).isPresent()));
        for (int quarter = 1; quarter <= 2; quarter++) {
            killedInTheMiddle(proprietor, account, truth.orders() * quarter / 4);
        }
        comesToItsEnd(proprietor, account, truth);
        assertSame(truth);
        assertEquals(0, rows.number("select count(*) from pipeline_deal"));
    }

    private void killedInTheMiddle(RunningKontor proprietor, String account, long enough) throws Exception {
        await("orders to be killed among", patience, () -> taken(proprietor, account) >= enough);
        kontor.kill();
        long stored = rows.number(ORDERS);
        assertTrue(stored < shop.truth().orders(), "the import was over before the kill");
        long started = System.nanoTime();
        kontor.start();
        Duration ready = Duration.ofNanos(System.nanoTime() - started);
        Duration waited = await("the import goes on by itself", GOES_ON, () -> rows.number(ORDERS) > stored);
        figure("killed with " + stored + " orders; ready again", ready);
        figure("  and then the next orders are there", waited);
    }

    private void comesToItsEnd(RunningKontor proprietor, String account, Truth truth) throws Exception {
        long before = rows.number(ORDERS);
        long begun = System.nanoTime();
        await(
                "the end of the import",
                patience,
                () -> "DONE".equals(progress(proprietor, account).path("phase").asText()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        figures.add(String.format(
                Locale.ROOT,
                "the last %d orders at %.0f per s, system load %.1f on %d processors",
                truth.orders() - before,
                (truth.orders() - before) / seconds,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors()));
        JsonNode counted = progress(proprietor, account).path("orders");
        assertEquals(truth.orders(), counted.path("done").asLong());
        assertEquals(0, counted.path("failed").asLong());
        assertEquals(truth.orders(), counted.path("total").asLong());
        figure("and everything is worked off", await("everything is worked off", patience, rows::settled));
    }

    private void figure(String what, Duration after) {
        figures.add(String.format(Locale.ROOT, "%s after %.1f s", what, after.toMillis() / 1000.0));
    }

    /** As the page shows it throughout: over HTTP, never going back, not even through a kill. */
    private JsonNode progress(RunningKontor proprietor, String account) throws Exception {
        JsonNode progress = proprietor.get("/api/connector/accounts/" + account + "/progress");
        long done = progress.path("orders").path("done").asLong();
        assertTrue(done >= shown, "the page showed " + shown + " orders and then " + done);
        assertTrue(done == 0 || progress.path("orders").path("total").isNumber(), progress.toString());
        shown = done;
        return progress;
    }

    private long taken(RunningKontor proprietor, String account) throws Exception {
        return progress(proprietor, account).path("orders").path("done").asLong();
    }

    private void assertSame(Truth truth) throws Exception {
        assertEquals(truth.orders(), rows.number(ORDERS));
        assertEquals(truth.buyers(), rows.number("select count(distinct customer_id) from order_order"));
        assertEquals(truth.people(), rows.number("select count(*) from customer"));
        figures.add(truth.orders() + " orders of " + truth.buyers() + " buyers, " + truth.people() + " customers");
        for (var currency : truth.sums().entrySet()) {
            for (var state : currency.getValue().entrySet()) {
                assertSame(currency.getKey(), state.getKey(), state.getValue());
            }
        }
    }

    private void assertSame(String currency, String state, Truth.Sum sum) throws Exception {
        Object[] group = {currency, state};
        String name = currency + " " + state;
        assertEquals(sum.orders(), rows.number("select count(*)" + GROUP, group), name);
        assertEquals(
                minor(sum.total(), currency), rows.number("select sum(total_minor)" + GROUP, group), name + " total");
        assertEquals(
                minor(sum.refunded(), currency),
                rows.number("select sum(refunded_minor)" + GROUP, group),
                name + " refunded");
        figures.add(String.format(
                Locale.ROOT,
                "%-16s %6d orders, total %s, refunded %s",
                name,
                sum.orders(),
                sum.total(),
                sum.refunded()));
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                .longValueExact();
    }
}
