package io.kontor.connector;

import java.time.Duration;

/**
 * The pace that a shop bears, as a token bucket.
 *
 * @param period in which the bucket fills by {@code limit}
 * @param limit requests per period
 * @param burst how many the bucket holds: that many may follow each other without waiting
 * @param interval the least time between two requests, zero if there is none
 */
public record RateLimit(Duration period, int limit, int burst, Duration interval) {

    public RateLimit {
        if (period.isZero() || period.isNegative() || limit < 1 || burst < 1 || interval.isNegative()) {
            throw new IllegalArgumentException("A pace needs a period, a limit and a burst above zero");
        }
    }
}
