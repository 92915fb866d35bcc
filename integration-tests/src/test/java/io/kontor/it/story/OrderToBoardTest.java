package io.kontor.it.story;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.HistoryPlan;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.it.KontorDistribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real shop's order becomes a customer, and a deal on the board or an entry on the timeline. */
@Tag("osgi")
class OrderToBoardTest {
    private static final FakeWooCommerce SHOP = ShopBeside.open();

    @RegisterExtension
    static final KontorDistribution kontor = ShopBeside.product(SHOP);

    private static RunningKontor proprietor;
    private static String account;
    private static Duration untilFirstOrder;
    private static long teapot;

    @BeforeAll
    static void connect() throws Exception {
        SHOP.history(HistoryPlan.of(40, 25, Instant.now()));
        teapot = SHOP.addProduct(ProductDraft.of("Teapot", "TEA-1", "39.90"));
        proprietor = RunningKontor.setUp(kontor);
        account = proprietor.connect(SHOP, Map.of()).path("id").asText();
        untilFirstOrder = await(
                "the first order after the connection",
                Duration.ofSeconds(60),
                () -> !proprietor.get("/api/order/orders").path("items").isEmpty());
        await(
                "the shop sends messages",
                Duration.ofSeconds(60),
                () -> proprietor
                        .get("/api/connector/accounts/" + account)
                        .path("reach")
                        .asText()
                        .equals("WEBHOOKS"));
        await(
                "the import is done",
                Duration.ofMinutes(2),
                () -> proprietor
                        .get("/api/connector/accounts/" + account + "/progress")
                        .path("phase")
                        .asText()
                        .equals("DONE"));
    }

    @AfterAll
    static void closeShop() {
        SHOP.close();
    }

    @Test
    void theFirstRealOrderIsVisibleWithinAMinuteOfTheConnection() {
        assertTrue(untilFirstOrder.compareTo(Duration.ofSeconds(60)) < 0, untilFirstOrder.toString());
    }

    @Test
    void ordersFromBeforeTheConnectionMakeNoDeals() throws Exception {
        assertEquals(40, new StoredRows(kontor).number("select count(*) from order_order where history"));
        assertEquals(0, new StoredRows(kontor).number("""
                select count(*) from pipeline_deal_order join order_order on order_order.id = pipeline_deal_order.order_id
                  where history
                """));
    }

    @Test
    void anUnpaidOrderIsOnTheBoardWithinFiveSeconds() throws Exception {
        long number = SHOP.placeOrder(OrderDraft.guest(buyer("Ulla", "unpaid")).item(teapot, 2));
        Duration took = await("the deal on the board", Duration.ofSeconds(5), () -> onBoard("Ulla Unpaid"));
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
        JsonNode order = proprietor.order(number).orElseThrow();
        assertEquals("OPEN", order.path("state").asText());
        assertEquals("UNPAID", order.path("payment").asText());
    }

    @Test
    void aPaidOrderIsOnItsCustomersTimelineAndNotOnTheBoard() throws Exception {
        long number = SHOP.placeOrder(
                OrderDraft.guest(buyer("Paul", "paid")).item(teapot, 1).status("processing"));
        await("the entry on the timeline", Duration.ofSeconds(5), () -> onTimeline(number));
        assertEquals(
                "PAID", proprietor.order(number).orElseThrow().path("payment").asText());
        await("everything is worked off", Duration.ofSeconds(10), new StoredRows(kontor)::settled);
        assertTrue(!onBoard("Paul Paid"));
    }

    @Test
    void aDealIsWonWhenItsOrderIsPaid() throws Exception {
        long number = SHOP.placeOrder(OrderDraft.guest(buyer("Wanda", "won")).item(teapot, 3));
        await("the deal on the board", Duration.ofSeconds(5), () -> onBoard("Wanda Won"));
        SHOP.pay(number);
        await("the deal is won", Duration.ofSeconds(5), () -> !onBoard("Wanda Won"));
        String order = proprietor.order(number).orElseThrow().path("id").asText();
        JsonNode deal = proprietor
                .get("/api/pipeline/deals?order=" + order)
                .path("items")
                .path(0);
        assertEquals("WON", deal.path("outcome").asText());
    }

    private static Address buyer(String first, String last) {
        String surname = Character.toUpperCase(last.charAt(0)) + last.substring(1);
        return Address.of(first, surname, last + "@buyer.example", "", "DE");
    }

    private static boolean onBoard(String customer) throws Exception {
        for (JsonNode pipeline : proprietor.get("/api/pipeline/pipelines")) {
            if (pipeline.path("account").asText().equals(account)) {
                String board = "/api/pipeline/pipelines/" + pipeline.path("id").asText() + "/board";
                for (JsonNode column : proprietor.get(board).path("columns")) {
                    for (JsonNode deal : column.path("deals").path("items")) {
                        if (deal.path("customer").path("name").asText().equals(customer)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean onTimeline(long number) throws Exception {
        Optional<JsonNode> order = proprietor.order(number);
        if (order.isEmpty()) {
            return false;
        }
        String customer = order.get().path("customer").path("id").asText();
        for (JsonNode entry : proprietor
                .get("/api/customer/customers/" + customer + "/timeline")
                .path("items")) {
            if (entry.path("reference")
                    .path("id")
                    .asText()
                    .equals(order.get().path("id").asText())) {
                return true;
            }
        }
        return false;
    }
}
