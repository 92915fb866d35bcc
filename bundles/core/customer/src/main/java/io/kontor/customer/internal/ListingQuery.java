package io.kontor.customer.internal;

import io.kontor.customer.Lifecycle;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import java.util.Optional;

/**
 * Which customers a list shows.
 *
 * @param text what was typed into the filter
 */
record ListingQuery(
        Optional<String> text,
        Optional<UserId> owner,
        Optional<Lifecycle> lifecycle,
        Optional<String> tag,
        Sort sort,
        PageRequest page) {

    /** The orders that an index supports. */
    enum Sort {
        NAME,
        NEWEST
    }
}
