package io.kontor.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.client.GrantedTime.Use;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrantedTimeTest {

    private long nanos = 5;
    private Use use = new Use(100, 40);

    @Test
    void onAMachineOfItsOwnItIsTheClock() {
        GrantedTime time = new GrantedTime(() -> nanos, () -> use);
        long begin = time.now();
        passes(Duration.ofSeconds(3), 300, 0);
        time.read();
        passes(Duration.ofSeconds(1), 0, 0);
        time.read();
        assertEquals(Duration.ofSeconds(4), Duration.ofNanos(time.now() - begin));
    }

    @Test
    void whatOthersTookIsNotCounted() {
        GrantedTime time = new GrantedTime(() -> nanos, () -> use);
        long begin = time.now();
        passes(Duration.ofSeconds(10), 50, 150);
        time.read();
        passes(Duration.ofSeconds(1), 10, 0);
        time.read();
        assertEquals(Duration.ofMillis(3500), Duration.ofNanos(time.now() - begin));
    }

    @Test
    void theAccountingIsReadByItsColumns() {
        Use read = Use.of("cpu  63 1 6 160 12 2 3 14 0 0");
        assertEquals(new Use(75, 14), read);
        assertEquals(new Use(6, 0), Use.of("cpu 3 2 1 9"), "of a kernel without the last columns");
    }

    @Test
    void thisMachinesTimePassesAndNeverFasterThanTheClock() throws Exception {
        long clock = System.nanoTime();
        long begin = GrantedTime.nanos();
        Thread.sleep(250);
        Duration granted = GrantedTime.since(begin);
        assertTrue(granted.toNanos() > 0, granted::toString);
        assertTrue(granted.toNanos() <= System.nanoTime() - clock, granted::toString);
    }

    private void passes(Duration time, long worked, long stolen) {
        nanos += time.toNanos();
        use = new Use(use.worked() + worked, use.stolen() + stolen);
    }
}
