package io.kontor.fake.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final Address ANNA = Address.of("Anna", "Weber", "anna@example.com", "+4915120000001", "DE");
    private FakeWooCommerce shop;
    private Caller caller;
    private long teapot;

    @BeforeEach
    void open() throws Exception {
        shop = FakeWooCommerce.start(ShopConfig.local());
        caller = new Caller(shop);
        teapot = shop.addProduct(ProductDraft.of("Teapot", "TEA", "39.90"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theTotalIsTheSumOfLinesTaxShippingAndFeeLessTheCoupon() {
        long id = shop.placeOrder(OrderDraft.guest(ANNA)
                .item(teapot, 2)
                .extras(new BigDecimal("19"), new BigDecimal("4.90"), new BigDecimal("1.00"), new BigDecimal("5")));
        JsonNode order = order(id);
        assertEquals("79.80", order.path("line_items").path(0).path("subtotal").asText());
        assertEquals("74.80", order.path("line_items").path(0).path("total").asText());
        assertEquals("14.40", order.path("cart_tax").asText());
        assertEquals("0.93", order.path("shipping_tax").asText());
        assertEquals("96.03", order.path("total").asText());
        assertEquals("5.00", order.path("coupon_lines").path(0).path("discount").asText());
        assertEquals(0, order.path("customer_id").asInt());
        assertTrue(order.path("date_paid").isNull());
    }

    @Test
    void statesBringTheirDates() {
        long id = bought();
        shop.pay(id);
        assertEquals("processing", order(id).path("status").asText());
        assertFalse(order(id).path("date_paid_gmt").isNull());
        assertTrue(order(id).path("date_completed_gmt").isNull());
        shop.complete(id);
        assertFalse(order(id).path("date_completed_gmt").isNull());
    }

    @Test
    void aPartialRefundLeavesTheStatusAndAFullOneChangesIt() throws Exception {
        long id = bought();
        shop.complete(id);
        long refund = shop.refund(id, new BigDecimal("10"), "Scratched");
        assertEquals("completed", order(id).path("status").asText());
        assertEquals("-10.00", order(id).path("refunds").path(0).path("total").asText());
        JsonNode served = caller.list("orders/" + id + "/refunds/" + refund);
        assertEquals("10.00", served.path("amount").asText());
        assertEquals("Scratched", served.path("reason").asText());
        assertThrows(RestError.class, () -> shop.refund(id, new BigDecimal("29.91"), "too much"));
        shop.refund(id, new BigDecimal("29.90"), "");
        assertEquals("refunded", order(id).path("status").asText());
        assertEquals(2, caller.list("orders/" + id + "/refunds").size());
    }

    @Test
    void amountsHaveThePlacesOfTheirCurrency() {
        long yen = shop.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1).currency("JPY"));
        assertEquals("6384", order(yen).path("total").asText());
        long dinar = shop.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1).currency("KWD"));
        assertEquals("13.287", order(dinar).path("total").asText());
    }

    @Test
    void aRegisteredCustomersAddressIsTaken() {
        long anna = shop.addCustomer(ANNA);
        JsonNode order = order(shop.placeOrder(OrderDraft.by(anna).item(teapot, 1)));
        assertEquals(anna, order.path("customer_id").asLong());
        assertEquals("anna@example.com", order.path("billing").path("email").asText());
    }

    @Test
    void oddOrdersAreOdd() {
        assertTrue(odd(Oddity.DELETED_PRODUCT)
                .path("line_items")
                .path(0)
                .path("sku")
                .isNull());
        assertTrue(odd(Oddity.STRING_QUANTITY)
                .path("line_items")
                .path(0)
                .path("quantity")
                .isTextual());
        assertEquals(
                "1.5",
                odd(Oddity.DECIMAL_QUANTITY)
                        .path("line_items")
                        .path(0)
                        .path("quantity")
                        .asText());
        assertTrue(odd(Oddity.ODD_TYPES).path("customer_id").isTextual());
        assertTrue(odd(Oddity.UNKNOWN_FIELDS).has("attribution"));
        assertEquals(
                "awaiting-pickup", odd(Oddity.UNKNOWN_STATUS).path("status").asText());
        assertEquals(
                "", odd(Oddity.MISSING_CUSTOMER).path("billing").path("email").asText());
        assertTrue(odd(Oddity.NEGATIVE_TOTAL).path("total").asText().startsWith("-"));
        assertEquals(1000, odd(Oddity.OVERSIZED).path("line_items").size());
        assertFalse(odd(Oddity.LOCAL_DATES_ONLY).has("date_created_gmt"));
        assertEquals("&euro;", odd(Oddity.ENTITY_SYMBOL).path("currency_symbol").asText());
    }

    @Test
    void aLoadedOrderIsServedAsItIs() throws Exception {
        JsonNode given = new ObjectMapper()
                .readTree("{\"id\":723,\"status\":\"completed\",\"total\":\"39.00\",\"plugin\":{\"x\":[1,null]},"
                        + "\"date_created_gmt\":\"2017-03-21T19:16:00\",\"date_modified_gmt\":\"2017-03-21T19:54:51\","
                        + "\"refunds\":[{\"id\":726,\"refund\":\"\",\"total\":\"-10.00\"}]}");
        assertEquals(723, shop.loadOrder(given));
        assertEquals(given, caller.list("orders/723"));
        assertEquals(
                "10.00", caller.list("orders/723/refunds/726").path("amount").asText());
        assertEquals(
                1,
                caller.list("orders?dates_are_gmt=true&modified_after=2017-03-21T19:54:50")
                        .size());
    }

    @Test
    void variationsHaveTheirOwnList() throws Exception {
        long shirt = shop.addProduct(
                new ProductDraft("Shirt", "SH", new BigDecimal("20"), false, 5, List.of("red", "blue")));
        JsonNode variations = caller.list("products/" + shirt + "/variations");
        assertEquals(2, variations.size());
        long red = caller.list("products/" + shirt).path("variations").path(0).asLong();
        assertEquals(
                "SH-RED",
                caller.list("products/" + shirt + "/variations/" + red)
                        .path("sku")
                        .asText());
        long id = shop.placeOrder(OrderDraft.guest(ANNA).item(new OrderDraft.Item(shirt, red, 1)));
        assertEquals(
                "Shirt - red", order(id).path("line_items").path(0).path("name").asText());
    }

    private JsonNode odd(Oddity oddity) {
        return order(shop.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1).with(oddity)));
    }

    private long bought() {
        return shop.placeOrder(OrderDraft.guest(ANNA).item(teapot, 1));
    }

    private JsonNode order(long id) {
        return shop.order(id).orElseThrow();
    }
}
