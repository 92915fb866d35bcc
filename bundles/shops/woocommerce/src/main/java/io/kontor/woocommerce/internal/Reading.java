package io.kontor.woocommerce.internal;

import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page of the shop had, and how far it reached.
 *
 * @param steps the dates of its records, in its order
 * @param read how many rows the shop gave
 */
record Reading<T>(List<T> items, List<RejectedDocument> rejected, List<TimeWalk.Step> steps, int read) {

    Reading(int read) {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), read);
    }

    void add(ShopRecord<T> record) {
        record.fold(items::add, rejected::add);
    }

    /** Whether the shop has no more. */
    boolean last() {
        return read < TimeWalk.PAGE;
    }

    ShopPage<T> page(Optional<String> next, Optional<Long> total) {
        return new ShopPage<>(items, rejected, next, total);
    }
}
