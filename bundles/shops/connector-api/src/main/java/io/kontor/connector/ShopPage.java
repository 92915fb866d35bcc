package io.kontor.connector;

import java.util.List;
import java.util.Optional;

/**
 * One page of a walk.
 *
 * @param items what could be read
 * @param rejected what could not
 * @param next how to go on; empty at the end
 * @param total how many records the whole walk has, where the shop says so; on the first page only
 */
public record ShopPage<T>(List<T> items, List<RejectedDocument> rejected, Optional<String> next, Optional<Long> total) {

    public ShopPage {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
    }
}
