package io.kontor.connector.internal.http;

import io.kontor.connector.RateLimit;
import java.time.Duration;

/**
 * A token bucket with four data: period, limit, burst and interval. It counts no tokens but knows when it will be full
 * again. Moments are nanoseconds of a clock that only goes on.
 */
final class Pace {

    private final long perToken;
    private final long toFill;
    private final long interval;
    private long fullAt;
    private long earliest;

    Pace(RateLimit limit, long now) {
        this.perToken = limit.period().plusNanos(limit.limit() - 1L).toNanos() / limit.limit();
        this.toFill = Math.multiplyExact(perToken, limit.burst());
        this.interval = limit.interval().toNanos();
        this.fullAt = now;
        this.earliest = now;
    }

    /**
     * Takes a token, also one that is only coming: whoever asks waits as long as the answer says.
     *
     * @param most what the caller is ready to wait; if it takes longer, no token is taken
     * @return how long to wait
     */
    synchronized Duration take(long now, Duration most) {
        long fullWithoutOne = Math.max(fullAt, now) + perToken;
        long untilToken = fullWithoutOne - toFill - now;
        long wait = Math.max(0, Math.max(untilToken, earliest - now));
        if (wait <= most.toNanos()) {
            fullAt = fullWithoutOne;
            earliest = now + wait + interval;
        }
        return Duration.ofNanos(wait);
    }

    /** The shop asked for a pause. */
    synchronized void pause(long now, Duration pause) {
        earliest = Math.max(earliest, now + pause.toNanos());
    }
}
