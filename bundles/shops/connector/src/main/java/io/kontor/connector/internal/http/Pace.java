package io.kontor.connector.internal.http;

import io.kontor.connector.RateLimit;
import java.time.Duration;

/** A token bucket with four data: period, limit, burst and interval. Moments are those of a clock that only goes on. */
final class Pace {

    private final double tokensPerNano;
    private final int burst;
    private final long interval;
    private double tokens;
    private long filledAt;
    private long earliest;

    Pace(RateLimit limit, long now) {
        this.tokensPerNano = (double) limit.limit() / limit.period().toNanos();
        this.burst = limit.burst();
        this.interval = limit.interval().toNanos();
        this.tokens = limit.burst();
        this.filledAt = now;
        this.earliest = now;
    }

    /**
     * Takes a token, also one that is only coming: whoever asks waits as long as the answer says.
     *
     * @param most what the caller is ready to wait; if it takes longer, no token is taken
     * @return how long to wait
     */
    synchronized Duration take(long now, Duration most) {
        tokens = Math.min(burst, tokens + (now - filledAt) * tokensPerNano);
        filledAt = now;
        long untilToken = tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / tokensPerNano);
        long wait = Math.max(untilToken, earliest - now);
        if (wait <= most.toNanos()) {
            tokens -= 1;
            earliest = now + Math.max(wait, 0) + interval;
        }
        return Duration.ofNanos(Math.max(wait, 0));
    }

    /** The shop asked for a pause. */
    synchronized void pause(long now, Duration pause) {
        earliest = Math.max(earliest, now + pause.toNanos());
    }
}
