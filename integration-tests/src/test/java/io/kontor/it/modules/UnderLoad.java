package io.kontor.it.modules;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.modules.OpenLoop.Target;
import io.kontor.it.story.RunningKontor;
import io.kontor.it.story.StoredRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People work and a shop sells while two modules are updated again and again, removed and installed: nobody notices an
 * update, and of a removal only those who ask for the removed module.
 */
final class UnderLoad {
    private static final int PER_SECOND = Integer.getInteger("kontor.load.rate", 100);
    private static final int CUSTOMERS = 50;
    private static final int WARM_UP = 240;
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Set<Integer> SAID_TO_BE_AWAY = Set.of(404, 503);
    private static final String CUSTOMER_PATH = "/api/customer/customers";
    private static final String PIPELINE = "pipeline";
    private static final String SHOP = "woocommerce";

    private final KontorDistribution kontor;
    private final RunningKontor proprietor;
    private final ModuleDesk desk;
    private final BusyShop shop;
    private final Duration duration;
    private final int updates;
    private final int removals;
    private final List<String> figures = new ArrayList<>();
    private final List<Away> away = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private int version;

    /** While the board was removed, of {@link System#nanoTime}. */
    private record Away(long from, long to) {
        boolean excuses(Shot shot) {
            return shot.module().equals(PIPELINE)
                    && SAID_TO_BE_AWAY.contains(shot.status())
                    && shot.ended() - from >= 0
                    && shot.due() - to <= 0;
        }
    }

    /**
     * @param duration at least so long
     * @param updates of each of the two
     * @param removals of each of the two
     */
    UnderLoad(FakeWooCommerce woocommerce, KontorDistribution kontor, Duration duration, int updates, int removals)
            throws Exception {
        this.kontor = kontor;
        this.proprietor = RunningKontor.setUp(kontor);
        this.desk = new ModuleDesk(proprietor.proprietor());
        this.shop = BusyShop.connect(woocommerce, kontor, proprietor);
        this.duration = duration;
        this.updates = updates;
        this.removals = removals;
    }

    /** What was measured, a line each. */
    List<String> figures() {
        return List.copyOf(figures);
    }

    void happens() throws Exception {
        List<Target> targets = targets();
        for (int i = 0; i < WARM_UP; i++) {
            Target target = targets.get(i % targets.size());
            desk.send(target.call().get()).expect(target.status());
        }
        shop.open(Duration.ofMillis(500));
        try (OpenLoop loop = OpenLoop.start(desk.proprietor(), PER_SECOND, targets)) {
            long begin = System.nanoTime();
            for (int round = 1; round <= updates; round++) {
                update(PIPELINE);
                update(SHOP);
                if (round * (removals + 1) / updates > (round - 1) * (removals + 1) / updates && round < updates) {
                    removeAndInstall(PIPELINE);
                    removeAndInstall(SHOP);
                }
                sleepUntil(begin + duration.toNanos() * round / updates);
            }
            Shots shots = loop.stop();
            figures.addAll(shots.figures());
            assertNobodyNoticed(shots);
        }
        everyOrderIsInOnce();
    }

    private void assertNobodyNoticed(Shots shots) {
        List<Shot> failed = shots.failed().stream()
                .filter(shot -> away.stream().noneMatch(one -> one.excuses(shot)))
                .toList();
        figures.add(failed.size() + " failed but for the board's while it was removed, "
                + (shots.failed().size() - failed.size()) + " of those");
        assertEquals(List.of(), failed);
    }

    private void everyOrderIsInOnce() throws Exception {
        shop.closeAndSweep();
        StoredRows rows = new StoredRows(kontor);
        int orders = shop.orders();
        assertEquals(orders, rows.number("select count(*) from order_order"), "orders");
        assertEquals(orders, rows.number("select count(distinct number) from order_order"), "numbers of orders");
        assertEquals(orders, rows.number("select count(distinct customer_id) from order_order"), "customers");
        assertEquals(orders, rows.number("select count(*) from pipeline_deal_order"), "orders of deals");
        assertEquals(orders, rows.number("select count(distinct order_id) from pipeline_deal_order"), "deals");
        figures.add(orders + " orders of the shop, each in once with its deal");
    }

    private void update(String module) throws Exception {
        Kar kar = ShippedKar.of(kontor.home(), module).withVersion("9.0." + ++version);
        timed("update of " + module, () -> desk.done(ModuleDesk.UPDATE, kar));
    }

    private void removeAndInstall(String module) throws Exception {
        Kar kar = ShippedKar.of(kontor.home(), module).withVersion("9.0." + ++version);
        long from = System.nanoTime();
        timed("removal of " + module, () -> desk.done(ModuleDesk.REMOVE, module));
        long order = shop.someoneBuys();
        Thread.sleep(AWAY.toMillis());
        timed("installation of " + module, () -> desk.done(ModuleDesk.INSTALL, kar));
        if (module.equals(PIPELINE)) {
            away.add(new Away(from, System.nanoTime()));
            Duration waited =
                    await("the deal of an order that came while the board was away", SOON, () -> shop.dealOf(order));
            figure("the deal of an order from while it was away", waited);
        }
    }

    private void timed(String what, Neighbours.Event event) throws Exception {
        long begin = System.nanoTime();
        event.happens();
        figure(what, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void figure(String what, Duration took) {
        figures.add(String.format(Locale.ROOT, "%-50s %6.2f s", what, took.toMillis() / 1000.0));
    }

    /** Of a hundred requests 20 make a customer and 10 a deal, 30 more are the board's. */
    private List<Target> targets() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(desk.registerCustomer("worker" + i));
        }
        JsonNode pipeline = proprietor.get("/api/pipeline/pipelines").path(0);
        String id = pipeline.path("id").asText();
        assertTrue(!id.isEmpty(), "there is no pipeline");
        Target customer =
                new Target("customer", () -> Call.get(CUSTOMER_PATH + "/" + customers.get(next() % CUSTOMERS)), 200);
        Target newCustomer = new Target("customer", this::newCustomer, 201);
        Target list = Target.get("customer", CUSTOMER_PATH + "?limit=50");
        Target orders = Target.get("order", "/api/order/orders?limit=50");
        Target board = Target.get(PIPELINE, "/api/pipeline/pipelines/" + id + "/board");
        Target newDeal = new Target(PIPELINE, () -> newDeal(id, customers.get(next() % CUSTOMERS)), 201);
        return List.of(
                customer, board, newCustomer, orders, list, board, customer, newDeal, orders, board, newCustomer, list);
    }

    private int next() {
        return numbers.incrementAndGet();
    }

    private Call newCustomer() {
        return once(Call.post(CUSTOMER_PATH, """
                {"kind": "PERSON", "givenName": "Nora", "familyName": "Number %1$d",
                 "emails": ["nora%1$d@customer.example"], "phones": [], "tags": [], "country": "DE",
                 "addresses": []}""".formatted(next())));
    }

    private static Call newDeal(String pipeline, String customer) {
        return once(Call.post("/api/pipeline/deals", """
                {"pipeline": "%s", "title": "A deal by hand", "customer": "%s",
                 "value": {"minor": 12900, "currency": "EUR"}}""".formatted(pipeline, customer)));
    }

    private static Call once(Call call) {
        return call.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        long rest = nanoTime - System.nanoTime();
        if (rest > 0) {
            Thread.sleep(Duration.ofNanos(rest).toMillis());
        }
    }
}
