package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListQueryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private FakeWooCommerce shop;
    private Caller caller;
    private final List<Long> orders = new ArrayList<>();

    /** 25 orders, a minute apart from noon on. */
    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local().in(ZoneId.of("Asia/Tokyo")));
        caller = new Caller(shop);
        shop.clock().freeze(NOON);
        for (int i = 0; i < 25; i++) {
            orders.add(shop.someoneBuys());
            shop.clock().advance(Duration.ofMinutes(1));
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPageHasTenOrdersUnlessAskedOtherwiseAndSaysHowManyThereAre() throws Exception {
        HttpResponse<String> answer = caller.get("orders");
        assertEquals("25", answer.headers().firstValue("X-WP-Total").orElse(""));
        assertEquals("3", answer.headers().firstValue("X-WP-TotalPages").orElse(""));
        String link = answer.headers().firstValue("Link").orElse("");
        assertTrue(link.contains("page=2>; rel=\"next\""), link);
        assertFalse(link.contains("rel=\"prev\""), link);
        assertEquals(newestFirst(10), ids(caller.list("orders")));
        assertEquals(5, caller.list("orders?page=3").size());
        assertEquals(0, caller.list("orders?page=4").size());
    }

    @Test
    void moreThanAHundredPerPageIsRefused() throws Exception {
        HttpResponse<String> answer = caller.get("orders?per_page=101");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("rest_invalid_param"));
        assertEquals(25, caller.list("orders?per_page=100").size());
    }

    @Test
    void anOffsetReplacesThePage() throws Exception {
        assertEquals(orders.subList(20, 25), ids(caller.list("orders?offset=20&order=asc&orderby=id")));
    }

    @Test
    void pagesShiftWhenSomebodyBuysWhileTheyAreRead() throws Exception {
        shop.faults().add(FaultRule.of(FaultKind.PAGING_SHIFT).every(2));
        List<Long> read = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            read.addAll(ids(caller.list("orders?per_page=10&page=" + page)));
        }
        assertEquals(26, shop.truth().orders());
        assertTrue(new HashSet<>(read).size() < read.size(), "one order is read twice");
    }

    @Test
    void modifiedAfterLeavesOutTheSecondItself() throws Exception {
        shop.clock().freeze(NOON.plusSeconds(7200).plusMillis(900));
        shop.pay(orders.get(3));
        String from = "orders?dates_are_gmt=true&orderby=modified&order=asc&modified_after=2026-03-01T";
        assertEquals(List.of(), ids(caller.list(from + "14:00:00")));
        assertEquals(List.of(orders.get(3)), ids(caller.list(from + "13:59:59")));
        assertEquals(2, caller.list(from + "12:23:00").size());
    }

    @Test
    void datesAreSiteLocalUnlessSaidOtherwise() throws Exception {
        assertEquals(
                25,
                caller.list("orders?per_page=100&modified_after=2026-03-01T20:59:59")
                        .size());
        assertEquals(0, caller.list("orders?modified_after=2026-03-01T22:00:00").size());
        JsonNode order = caller.list("orders/" + orders.get(0));
        assertEquals("2026-03-01T21:00:00", order.path("date_created").asText());
        assertEquals("2026-03-01T12:00:00", order.path("date_created_gmt").asText());
    }

    @Test
    void aZoneInTheQueryIsTurnedIntoTheSitesWallClock() throws Exception {
        assertEquals(
                0,
                caller.list("orders?dates_are_gmt=true&modified_after=2026-03-01T11:00:00Z")
                        .size());
    }

    @Test
    void statusIncludeAndFieldsNarrow() throws Exception {
        shop.pay(orders.get(1));
        shop.trash(orders.get(2));
        assertEquals(List.of(orders.get(1)), ids(caller.list("orders?status=processing")));
        assertEquals(List.of(orders.get(2)), ids(caller.list("orders?status=trash")));
        assertEquals(24, caller.list("orders?per_page=100").size());
        assertEquals(
                2,
                caller.list("orders?include=" + orders.get(4) + "," + orders.get(5))
                        .size());
        JsonNode slim =
                caller.list("orders?_fields=id,billing.email&per_page=1").path(0);
        assertEquals(2, slim.size());
        assertEquals(1, slim.path("billing").size());
    }

    @Test
    void customersKnowNoModifiedFilter() throws Exception {
        shop.addCustomer(Address.of("Anna", "Weber", "anna@example.com", "+4915120000001", "DE"));
        assertEquals(
                1, caller.list("customers?modified_after=2099-01-01T00:00:00").size());
        assertEquals(400, caller.get("customers?orderby=modified").statusCode());
    }

    @Test
    void whatIsNotThereIsNotFoundInTheShopsWords() throws Exception {
        assertEquals(404, caller.get("orders/99999").statusCode());
        assertTrue(caller.get("orders/99999").body().contains("woocommerce_rest_shop_order_invalid_id"));
        assertTrue(caller.get("nothing").body().contains("rest_no_route"));
    }

    private List<Long> newestFirst(int count) {
        List<Long> newest = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            newest.add(orders.get(orders.size() - i));
        }
        return newest;
    }

    private static List<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(node -> ids.add(node.path("id").asLong()));
        return ids;
    }
}
