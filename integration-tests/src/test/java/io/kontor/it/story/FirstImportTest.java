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
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The first import survives two deaths of the process and ends with exactly what the shop has. {@code
 * -Dkontor.import.orders=10000} makes it as large as a grown shop.
 */
@Tag("osgi")
class FirstImportTest {
    private static final int ORDERS = Integer.getInteger("kontor.import.orders", 1_500);
    private static final Duration GOES_ON = Duration.ofSeconds(30);
    private static final Duration WHOLE_IMPORT = Duration.ofSeconds(120 + ORDERS / 10);
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    private final StoredRows rows = new StoredRows(kontor);

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void itGoesOnByItselfAfterTwoKillsAndEndsWithExactlyWhatTheShopHas() throws Exception {
        Instant now = Instant.now();
        SHOP.history(HistoryPlan.of(ORDERS, ORDERS * 3 / 5, now.minus(Duration.ofDays(1))));
        SHOP.clock().set(now.minus(Duration.ofMinutes(40)));
        long latest = SHOP.someoneBuys();
        SHOP.clock().reset();
        Truth truth = SHOP.truth();

        RunningKontor proprietor = RunningKontor.setUp(kontor);
        String account = proprietor.connect(SHOP, Map.of()).path("id").asText();
        await(
                "the order of the last hour",
                Duration.ofSeconds(60),
                () -> proprietor.order(latest).isPresent());
        for (int quarter = 1; quarter <= 2; quarter++) {
            long enough = truth.orders() * quarter / 4;
            await("orders to be killed among", WHOLE_IMPORT, () -> taken(proprietor, account) >= enough);
            kontor.kill();
            long stored = rows.number("select count(*) from order_order");
            assertTrue(stored < truth.orders(), "the import was over before the kill");
            int asked = pagesAskedFor();
            kontor.start();
            await("it goes on", GOES_ON, () -> pagesAskedFor() > asked);
            await("more orders", WHOLE_IMPORT, () -> rows.number("select count(*) from order_order") > stored);
        }
        await(
                "the end of the import",
                WHOLE_IMPORT,
                () -> "DONE".equals(progress(proprietor, account).path("phase").asText()));
        await("everything is worked off", Duration.ofMinutes(2), rows::settled);
        assertSame(truth);
        assertEquals(0, rows.number("select count(*) from pipeline_deal"));
        assertEquals(
                truth.orders(),
                progress(proprietor, account).path("orders").path("done").asLong());
    }

    /** Read over HTTP each time, so that the page could show it throughout. */
    private static JsonNode progress(RunningKontor proprietor, String account) throws Exception {
        return proprietor.get("/api/connector/accounts/" + account + "/progress");
    }

    /** How often the import asked the shop for orders; the sweep, which asks for changes, does not count. */
    private static int pagesAskedFor() {
        return (int) SHOP.requests().stream()
                .filter(request -> request.path().endsWith("/orders")
                        && request.status() == 200
                        && !request.query().contains("modified_after"))
                .count();
    }

    private static long taken(RunningKontor proprietor, String account) throws Exception {
        return progress(proprietor, account).path("orders").path("done").asLong();
    }

    private void assertSame(Truth truth) throws Exception {
        assertEquals(truth.orders(), rows.number("select count(*) from order_order"));
        assertEquals(truth.buyers(), rows.number("select count(distinct customer_id) from order_order"));
        assertEquals(truth.people(), rows.number("select count(*) from customer"));
        for (var currency : truth.sums().entrySet()) {
            for (var state : currency.getValue().entrySet()) {
                Object[] group = {currency.getKey(), state.getKey()};
                String name = currency.getKey() + " " + state.getKey();
                Truth.Sum sum = state.getValue();
                assertEquals(sum.orders(), rows.number("select count(*)" + GROUP, group), name);
                assertEquals(
                        minor(sum.total(), currency.getKey()),
                        rows.number("select sum(total_minor)" + GROUP, group),
                        name + " total");
                assertEquals(
                        minor(sum.refunded(), currency.getKey()),
                        rows.number("select sum(refunded_minor)" + GROUP, group),
                        name + " refunded");
            }
        }
    }

    private static final String GROUP = " from order_order where currency = ? and foreign_state = ?";

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                .longValueExact();
    }
}
