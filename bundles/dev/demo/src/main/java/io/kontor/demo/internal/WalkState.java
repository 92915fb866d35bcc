package io.kontor.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a walk has come; kept as JSON.
 *
 * @param end the moment at which the walk ends: when it was begun
 * @param daysDone how many days of the script were played
 * @param products the shop's ids of {@link Assortment#ALL}; empty before the shop has opened
 * @param orders the shop's order ids by the script's numbers
 */
record WalkState(Instant end, int daysDone, List<Long> products, Map<Integer, Long> orders) {

    WalkState {
        products = List.copyOf(products);
        orders = Map.copyOf(orders);
    }

    static WalkState begin(Instant end) {
        return new WalkState(end, 0, List.of(), Map.of());
    }

    boolean begun() {
        return !products.isEmpty();
    }

    WalkState after(int days, Stage stage) {
        return new WalkState(end, days, stage.products(), stage.orders());
    }
}
