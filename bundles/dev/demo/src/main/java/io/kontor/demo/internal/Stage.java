package io.kontor.demo.internal;

import io.kontor.demo.internal.Script.Cart;
import io.kontor.demo.internal.Script.Happening;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays what the script says in the fake shop. */
final class Stage {
    private static final BigDecimal TAX_PERCENT = new BigDecimal("19");
    private static final BigDecimal DELIVERY = new BigDecimal("4.90");
    private static final BigDecimal PART = new BigDecimal("0.3");
    private final FakeWooCommerce shop;
    private final List<Long> products;
    private final Map<Integer, Long> orders;

    private Stage(FakeWooCommerce shop, List<Long> products, Map<Integer, Long> orders) {
        this.shop = shop;
        this.products = products;
        this.orders = new TreeMap<>(orders);
    }

    /** A stage in a shop that has just opened: its shelves are filled. */
    static Stage opening(FakeWooCommerce shop) {
        List<Long> products = new ArrayList<>();
        Assortment.ALL.forEach(product -> products.add(shop.addProduct(product)));
        return new Stage(shop, products, Map.of());
    }

    /** The stage as it was left. */
    static Stage again(FakeWooCommerce shop, List<Long> products, Map<Integer, Long> orders) {
        return new Stage(shop, List.copyOf(products), orders);
    }

    List<Long> products() {
        return List.copyOf(products);
    }

    /** The shop's order ids by the script's numbers. */
    Map<Integer, Long> orders() {
        return Map.copyOf(orders);
    }

    void play(Happening happening) {
        happening.cart().ifPresent(cart -> orders.put(happening.order(), shop.placeOrder(draft(cart))));
        happening.deed().ifPresent(deed -> {
            long order = orders.get(happening.order());
            switch (deed) {
                case PAY -> shop.pay(order);
                case COMPLETE -> shop.complete(order);
                case FAIL -> shop.fail(order);
                case CANCEL -> shop.cancel(order);
                case REFUND_ALL -> shop.refund(order, total(order), "Sent back");
                case REFUND_PART ->
                    shop.refund(
                            order, total(order).multiply(PART).setScale(2, RoundingMode.HALF_UP), "Damaged on the way");
            }
        });
    }

    private OrderDraft draft(Cart cart) {
        OrderDraft draft = OrderDraft.guest(cart.buyer())
                .status(cart.status())
                .extras(TAX_PERCENT, DELIVERY, BigDecimal.ZERO, BigDecimal.ZERO);
        for (Script.Item item : cart.items()) {
            draft = draft.item(products.get(item.product()), item.quantity());
        }
        return cart.dollars() ? draft.currency("USD") : draft;
    }

    private BigDecimal total(long order) {
        return new BigDecimal(shop.order(order).orElseThrow().path("total").asText());
    }
}
