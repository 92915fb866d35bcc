package io.kontor.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes on as real time does, from a moment that may be set. In a product it is only ever set where the
 * node setting {@code clockMayBeSet} allows it (demo and tests).
 */
public final class MovableClock extends Clock {

    private final Clock real;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;
    private final List<Runnable> followers;

    public MovableClock(Clock real) {
        this(real, ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    private MovableClock(Clock real, ZoneId zone, AtomicReference<Duration> offset, List<Runnable> followers) {
        this.real = real;
        this.zone = zone;
        this.offset = offset;
        this.followers = followers;
    }

    /** Makes it be the given moment now; time goes on from there. */
    public void set(Instant now) {
        move(Duration.between(real.instant(), now));
    }

    /** Goes back to real time. */
    public void reset() {
        move(Duration.ZERO);
    }

    /** Whoever waits for a moment waits anew after each jump: called on the thread that set the clock. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Ends {@link #follow}. */
    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    private void move(Duration by) {
        offset.set(by);
        followers.forEach(Runnable::run);
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
        return new MovableClock(real, other, offset, followers);
    }
}
