package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.CommandRefused;
import io.kontor.telemetry.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckupsTest {

    private final Checkups checkups = new Checkups(1);
    private final StringWriter told = new StringWriter();

    private static Checkup checkup(String name, Supplier<List<Finding>> findings) {
        return new Checkup() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Finding> examine() {
                return findings.get();
            }
        };
    }

    private void run() {
        new DoctorCommand(checkups).run(List.of(), new PrintWriter(told, true));
    }

    @Test
    void whatIsFineOrDoubtfulIsNoFailure() {
        checkups.add(checkup("a", () -> List.of(Finding.fine("well"))));
        checkups.add(checkup("b", () -> List.of(Finding.doubtful("hm", "look"))));
        run();
        assertTrue(told.toString().contains("ok      a               well"), told.toString());
        assertTrue(told.toString().contains("CHECK   b               hm"), told.toString());
        assertTrue(told.toString().contains("-> look"), told.toString());
    }

    @Test
    void whatIsWrongIsAFailureWithItsRemedy() {
        checkups.add(checkup("a", () -> List.of(Finding.wrong("broken", "mend it"))));
        CommandRefused refused = assertThrows(CommandRefused.class, this::run);
        assertEquals("1 of these are wrong.", refused.getMessage());
        assertTrue(told.toString().contains("-> mend it"), told.toString());
    }

    @Test
    void oneThatThrowsHidesNoOther() {
        checkups.add(checkup("a", () -> {
            throw new IllegalStateException("no table");
        }));
        checkups.add(checkup("b", () -> List.of(Finding.fine("well"))));
        assertThrows(CommandRefused.class, this::run);
        assertTrue(told.toString().contains("cannot be looked at: no table"), told.toString());
        assertTrue(told.toString().contains("well"), told.toString());
    }

    @Test
    void oneThatHangsHoldsNobody() {
        CountDownLatch never = new CountDownLatch(1);
        checkups.add(checkup("a", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }));
        checkups.add(checkup("b", () -> List.of(Finding.fine("well"))));
        assertThrows(CommandRefused.class, this::run);
        assertTrue(told.toString().contains("does not say how it is within 1 s"), told.toString());
        assertTrue(told.toString().contains("well"), told.toString());
    }

    @Test
    void aClockThatWasSetBackIsSeen() {
        AtomicLong nanos = new AtomicLong();
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        Instant[] now = {start};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        ClockCheckup checkup = new ClockCheckup(clock, nanos::get);
        nanos.set(TimeUnit.HOURS.toNanos(2));
        now[0] = start.plusSeconds(7200);
        assertEquals(Finding.Gravity.FINE, checkup.examine().get(0).gravity());
        now[0] = start.plusSeconds(3600);
        Finding finding = checkup.examine().get(0);
        assertEquals(Finding.Gravity.DOUBTFUL, finding.gravity());
        assertTrue(finding.what().contains("back by 3600 s"), finding.what());
    }
}
