package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Traffic traffic = new Traffic();

    @Test
    void anOpenDoorIsReadyAndLetsRequestsIn() {
        assertTrue(traffic.check().ready());
        assertTrue(traffic.enter());
        assertFalse(traffic.closing());
    }

    @Test
    void whoAnnouncesAStopIsNotReadyAndGoesOn() {
        traffic.announce();
        assertFalse(traffic.check().ready());
        assertTrue(traffic.enter());
        assertFalse(traffic.closing());
    }

    @Test
    void aClosedDoorStillServesConnectionsThatAreThereAndEndsThem() {
        traffic.close();
        assertTrue(traffic.closing());
        assertTrue(traffic.enter());
    }

    @Test
    void theDoorIsShutWhenTheLastRequestIsAnswered() throws Exception {
        traffic.enter();
        traffic.close();
        CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> shut(LONG));
        assertFalse(left.isDone());
        traffic.leave();
        assertEquals(0, left.get(10, TimeUnit.SECONDS));
        assertFalse(traffic.enter());
    }

    @Test
    void aRequestThatIsNotAnsweredIsCountedWhenThePatienceEnds() {
        traffic.enter();
        traffic.close();
        assertEquals(1, shut(SHORT));
        assertFalse(traffic.enter());
    }

    private int shut(Duration patience) {
        try {
            return traffic.shut(patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
