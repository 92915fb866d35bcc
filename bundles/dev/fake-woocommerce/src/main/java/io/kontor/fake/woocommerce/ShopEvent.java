package io.kontor.fake.woocommerce;

import java.util.Optional;

/**
 * Something changed in the shop.
 *
 * @param resource {@code order}, {@code product} or {@code customer}
 * @param event {@code created}, {@code updated}, {@code deleted} or {@code restored}
 * @param id of the document
 * @param snapshot the payload, where it must not be the state at the time of delivery
 */
record ShopEvent(String resource, String event, long id, Optional<byte[]> snapshot) {
    String topic() {
        return resource + "." + event;
    }

    boolean deletion() {
        return "deleted".equals(event);
    }
}
