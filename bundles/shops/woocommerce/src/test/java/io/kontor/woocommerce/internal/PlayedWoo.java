package io.kontor.woocommerce.internal;

import io.kontor.connector.ShopAccount;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.conformance.PlayedShop;
import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.FaultKind;
import io.kontor.fake.woocommerce.FaultRule;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.fake.woocommerce.ShopConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A WooCommerce shop over plain HTTP. */
final class PlayedWoo implements PlayedShop {

    private static final String SECRET = "the shop's secret";
    private static final int IN_THE_SAME_SECOND = 3;

    private final FakeWooCommerce shop;
    private final long product;
    private final WooConnector connector = new WooConnector(Clock.systemUTC());

    PlayedWoo() {
        try {
            shop = FakeWooCommerce.start(ShopConfig.local());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        product = shop.addProduct(ProductDraft.of("Tea", "TEA", "9.90"));
    }

    @Override
    public ShopConnector connector() {
        return connector;
    }

    @Override
    public ShopAccount account() {
        return new ShopAccount(
                new SourceAccountId(new UUID(0, 1)),
                URI.create(shop.url()),
                Map.of(WooConfig.ZONE, "Europe/Berlin", WooConfig.CURRENCY, "EUR"),
                Map.of(WooConfig.KEY, shop.consumerKey(), WooConfig.SECRET, shop.consumerSecret()));
    }

    @Override
    public String secret() {
        return SECRET;
    }

    private OrderDraft draft() {
        return OrderDraft.guest(Address.of("Ada", "Byron", "ada@example.com", "+4930123456", "DE"))
                .item(product, 2);
    }

    @Override
    public String placeOrder() {
        return Long.toString(shop.placeOrder(draft()));
    }

    @Override
    public String placeOrder(Oddity oddity) {
        return Long.toString(shop.placeOrder(draft().with(theirs(oddity))));
    }

    private static io.kontor.fake.woocommerce.Oddity theirs(Oddity oddity) {
        return switch (oddity) {
            case UNKNOWN_FIELDS -> io.kontor.fake.woocommerce.Oddity.UNKNOWN_FIELDS;
            case OTHER_TYPES -> io.kontor.fake.woocommerce.Oddity.ODD_TYPES;
            case NO_BUYER -> io.kontor.fake.woocommerce.Oddity.MISSING_CUSTOMER;
            case NEGATIVE_TOTAL -> io.kontor.fake.woocommerce.Oddity.NEGATIVE_TOTAL;
            case THOUSAND_LINES -> io.kontor.fake.woocommerce.Oddity.OVERSIZED;
            case DELETED_PRODUCT -> io.kontor.fake.woocommerce.Oddity.DELETED_PRODUCT;
            case LOCAL_DATES -> io.kontor.fake.woocommerce.Oddity.LOCAL_DATES_ONLY;
            case UNKNOWN_STATE -> io.kontor.fake.woocommerce.Oddity.UNKNOWN_STATUS;
        };
    }

    @Override
    public List<String> placeOrders(int count) {
        List<String> placed = new ArrayList<>();
        shop.clock().freeze(Clock.systemUTC().instant().minus(Duration.ofDays(1)));
        for (int i = 0; i < count; i++) {
            if (i % IN_THE_SAME_SECOND == 0) {
                shop.clock().advance(Duration.ofSeconds(1));
            }
            placed.add(placeOrder());
        }
        shop.clock().reset();
        return placed;
    }

    @Override
    public void change(String order) {
        shop.pay(Long.parseLong(order));
    }

    @Override
    public void delete(String order) {
        shop.deleteOrder(Long.parseLong(order));
    }

    @Override
    public ShopDelivery delivery(String order, String deliveryId) {
        byte[] body = Documents.JSON.write(shop.order(Long.parseLong(order)).orElseThrow());
        return delivery("order.updated", body, deliveryId);
    }

    @Override
    public ShopDelivery delivery(byte[] body, String deliveryId) {
        return delivery("order.updated", body, deliveryId);
    }

    @Override
    public ShopDelivery removal(String order) {
        return delivery("order.deleted", WooMapper.utf8("{\"id\":" + order + "}"), "removal-" + order);
    }

    private static ShopDelivery delivery(String topic, byte[] body, String deliveryId) {
        return new ShopDelivery(
                Optional.empty(),
                Map.of(
                        "content-type",
                        "application/json",
                        "x-wc-webhook-topic",
                        topic,
                        "x-wc-webhook-delivery-id",
                        deliveryId,
                        "x-wc-webhook-signature",
                        Base64.getEncoder().encodeToString(HmacSha256.of(body, SECRET))),
                body);
    }

    @Override
    public void answer(int status, int times) {
        shop.faults().add(FaultRule.status(status).times(times));
    }

    @Override
    public void cutOff() {
        shop.faults().add(FaultRule.of(FaultKind.TRUNCATED).times(1));
    }

    @Override
    public void buyWhileRead() {
        shop.faults().add(FaultRule.of(FaultKind.PAGING_SHIFT));
    }

    @Override
    public void nextSecond() {
        shop.clock().advance(Duration.ofSeconds(2));
    }

    @Override
    public void close() {
        shop.close();
    }
}
