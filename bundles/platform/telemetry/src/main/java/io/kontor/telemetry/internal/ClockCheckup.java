package io.kontor.telemetry.internal;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the time of day has gone on as evenly as the processor's since the start. */
@Component(immediate = true)
public final class ClockCheckup implements Checkup {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Instant began;
    private final long beganNanos;

    @Activate
    public ClockCheckup(@Reference Clock clock) {
        this(clock, System::nanoTime);
    }

    ClockCheckup(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.began = clock.instant();
        this.beganNanos = nanos.getAsLong();
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> examine() {
        Duration real = Duration.ofNanos(nanos.getAsLong() - beganNanos);
        Duration jump = Duration.between(began, clock.instant()).minus(real);
        if (jump.abs().compareTo(TOLERATED) <= 0) {
            return List.of(Finding.fine("it is " + clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        }
        return List.of(Finding.doubtful(
                "since the start the clock was set " + (jump.isNegative() ? "back" : "forward") + " by "
                        + jump.abs().toSeconds() + " s",
                "let the system keep the time (timedatectl set-ntp true), then restart; times of the hours before are"
                        + " as the clock had them. A machine that slept, or a demo, does this too"));
    }
}
