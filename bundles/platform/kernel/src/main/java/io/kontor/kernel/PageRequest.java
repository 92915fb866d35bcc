package io.kontor.kernel;

import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param cursor where to go on, as the former page named it; empty for the first page
 * @param limit the wanted number of rows, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(Optional<Cursor> cursor, int limit) {

    public static final int MAX_LIMIT = 200;

    public PageRequest {
        limit = Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }
}
