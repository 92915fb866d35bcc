package io.kontor.fake.woocommerce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The shop's idea of now: follows the clock that it was started with until somebody sets, freezes or advances it. */
public final class ShopClock {
    private final Clock real;
    private volatile Supplier<Instant> now;

    ShopClock(Clock real) {
        this.real = real;
        this.now = real::instant;
    }

    /** Now, in full precision. */
    public Instant instant() {
        return now.get();
    }

    /** Now as WooCommerce stores it: to the second. */
    public Instant second() {
        return instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The clock that the shop was started with, whatever was set since. */
    public Instant untouched() {
        return real.instant();
    }

    /** Moves to this moment and runs on from there. */
    public void set(Instant moment) {
        Duration ahead = Duration.between(real.instant(), moment);
        now = () -> real.instant().plus(ahead);
    }

    /** Stands still at this moment. */
    public void freeze(Instant moment) {
        now = () -> moment;
    }

    /** Moves on by this much from now; a frozen clock stays frozen. */
    public void advance(Duration by) {
        Supplier<Instant> before = now;
        now = () -> before.get().plus(by);
    }

    /** Asks this supplier from now on. */
    public void follow(Supplier<Instant> supplier) {
        now = supplier;
    }

    /** Back to the clock that the shop was started with. */
    public void reset() {
        now = real::instant;
    }
}
