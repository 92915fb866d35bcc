package io.kontor.connector.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.connector.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration PATIENT = Duration.ofHours(1);
    private static final long SECOND = 1_000_000_000L;

    private static Pace pace(int limit, int burst, Duration interval) {
        return new Pace(new RateLimit(Duration.ofSeconds(1), limit, burst, interval), 0);
    }

    @Test
    void aBurstPassesAtOnceAndThenTheLimitCounts() {
        Pace pace = pace(2, 3, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, pace.take(0, PATIENT));
        }
        assertEquals(Duration.ofMillis(500), pace.take(0, PATIENT));
        assertEquals(Duration.ofMillis(1000), pace.take(0, PATIENT));
    }

    @Test
    void theBucketHoldsNoMoreThanTheBurst() {
        Pace pace = pace(10, 1, Duration.ZERO);
        assertEquals(Duration.ZERO, pace.take(100 * SECOND, PATIENT));
        assertEquals(Duration.ofMillis(100), pace.take(100 * SECOND, PATIENT));
    }

    @Test
    void theIntervalLiesBetweenAnyTwoRequests() {
        Pace pace = pace(1000, 1000, Duration.ofMillis(200));
        assertEquals(Duration.ZERO, pace.take(0, PATIENT));
        assertEquals(Duration.ofMillis(200), pace.take(0, PATIENT));
        assertEquals(Duration.ofMillis(400), pace.take(0, PATIENT));
    }

    @Test
    void aPauseThatTheShopAskedForHoldsEverybody() {
        Pace pace = pace(10, 10, Duration.ZERO);
        pace.pause(0, Duration.ofSeconds(30));
        assertEquals(Duration.ofSeconds(30), pace.take(0, PATIENT));
    }

    @Test
    void whoeverWillNotWaitTakesNoToken() {
        Pace pace = pace(1, 1, Duration.ZERO);
        pace.take(0, PATIENT);
        assertTrue(pace.take(0, Duration.ofMillis(10)).compareTo(Duration.ofMillis(10)) > 0);
        assertEquals(Duration.ZERO, pace.take(SECOND, PATIENT));
    }
}
