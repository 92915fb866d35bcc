package io.kontor.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes on as real time does, from a moment that may be set. In a product it is only ever set where the
 * node setting {@code clockMayBeSet} allows it (demo and tests).
 */
public final class MovableClock extends Clock {

    private final Clock real;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    public MovableClock(Clock real) {
        this(real, ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    private MovableClock(Clock real, ZoneId zone, AtomicReference<Duration> offset) {
        this.real = real;
        this.zone = zone;
        this.offset = offset;
    }

    /** Makes it be the given moment now; time goes on from there. */
    public void set(Instant now) {
        offset.set(Duration.between(real.instant(), now));
    }

    /** Goes back to real time. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(real, other, offset);
    }
}
