package io.kontor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private final Instant real = Instant.parse("2026-03-01T10:00:00Z");
    private final MovableClock clock = new MovableClock(Clock.fixed(real, ZoneOffset.UTC));

    @Test
    void isRealTimeUntilItIsSet() {
        assertEquals(real, clock.instant());
    }

    @Test
    void canBeSetAndResetAndItsZonedViewsFollow() {
        Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        clock.set(then);
        assertEquals(then, clock.instant());
        assertEquals(then, berlin.instant());
        clock.reset();
        assertEquals(real, berlin.instant());
    }

    @Test
    void tellsItsFollowersOfEachJump() {
        List<Instant> seen = new ArrayList<>();
        Runnable follower = () -> seen.add(clock.instant());
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        clock.follow(follower);
        clock.set(then);
        clock.reset();
        clock.unfollow(follower);
        clock.set(then);
        assertEquals(List.of(then, real), seen);
    }
}
