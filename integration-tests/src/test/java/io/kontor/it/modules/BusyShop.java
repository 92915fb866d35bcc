package io.kontor.it.modules;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.story.RunningKontor;
import io.kontor.it.story.StoredRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connected shop in which somebody new orders something again and again, without paying: each order is announced by a
 * signed message and has to become one order, one customer and one deal.
 */
final class BusyShop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FakeWooCommerce shop;
    private final KontorDistribution kontor;
    private final RunningKontor proprietor;
    private final String account;
    private final long teapot;
    private final List<Long> placed = new CopyOnWriteArrayList<>();
    private final AtomicInteger people = new AtomicInteger();
    private final ScheduledExecutorService buyers = Executors.newSingleThreadScheduledExecutor();

    private BusyShop(
            FakeWooCommerce shop, KontorDistribution kontor, RunningKontor proprietor, String account, long teapot) {
        this.shop = shop;
        this.kontor = kontor;
        this.proprietor = proprietor;
        this.account = account;
        this.teapot = teapot;
    }

    /** Connects it and waits until it sends messages. */
    static BusyShop connect(FakeWooCommerce shop, KontorDistribution kontor, RunningKontor proprietor)
            throws Exception {
        long teapot = shop.addProduct(ProductDraft.of("Teapot", "TEA-1", "39.90"));
        String account = proprietor.connect(shop, Map.of()).path("id").asText();
        String path = "/api/connector/accounts/" + account;
        await(
                "the shop sends messages",
                PATIENCE,
                () -> proprietor.get(path).path("reach").asText().equals("WEBHOOKS"));
        await(
                "the import is done",
                PATIENCE,
                () -> proprietor.get(path + "/progress").path("phase").asText().equals("DONE"));
        return new BusyShop(shop, kontor, proprietor, account, teapot);
    }

    void open(Duration every) {
        buyers.scheduleAtFixedRate(this::someoneBuys, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody who was never here orders something; the order's number. */
    long someoneBuys() {
        int number = people.incrementAndGet(); // two may buy at once, and are two
        Address buyer = Address.of("Berta", "Buyer " + number, "berta" + number + "@buyer.example", "", "DE");
        long order = shop.placeOrder(OrderDraft.guest(buyer).item(teapot, 1));
        placed.add(order);
        return order;
    }

    int orders() {
        return placed.size();
    }

    /** Whether this order has made its deal. */
    boolean dealOf(long order) throws Exception {
        return new StoredRows(kontor).number("""
                        select count(*) from pipeline_deal_order join order_order on order_order.id = pipeline_deal_order.order_id
                          where order_order.number = ?
                        """, Long.toString(order)) == 1;
    }

    /** Nobody buys any more; the shop is asked once for what its messages could not bring. */
    void closeAndSweep() throws Exception {
        buyers.shutdown();
        assertTrue(buyers.awaitTermination(1, TimeUnit.MINUTES), "the shop's buyers do not stop");
        proprietor.proprietor().send(Call.of("POST", "/api/connector/accounts/" + account + "/sweep"));
        StoredRows rows = new StoredRows(kontor);
        await("every order is in", PATIENCE, () -> rows.number("select count(*) from order_order") >= placed.size());
        await("everything is worked off", PATIENCE, rows::settled);
    }

    @Override
    public void close() {
        buyers.shutdownNow();
    }
}
