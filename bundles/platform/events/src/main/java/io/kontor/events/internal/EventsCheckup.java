package io.kontor.events.internal;

import io.kontor.events.internal.LagStore.Lag;
import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which subscriptions stand still, and what they gave up. */
@Component
public final class EventsCheckup implements Checkup {

    /** Longer than every retry but the last. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final LagStore lags;

    @Activate
    public EventsCheckup(@Reference LagStore lags) {
        this.lags = lags;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Finding> examine() {
        return findings(lags.all());
    }

    static List<Finding> findings(List<Lag> all) {
        List<Finding> findings = new ArrayList<>();
        for (Lag lag : all) {
            if (lag.dead() > 0) {
                findings.add(Finding.wrong(
                        lag.subscription() + " gave up " + lag.dead() + " events; later ones of the same records wait",
                        "mend the reason (./kontor dead-letters names it), then ./kontor dead-letters retry, or discard"
                                + " for what is not needed"));
            }
            if (lag.oldest().compareTo(LATE) > 0) {
                findings.add(Finding.wrong(
                        lag.subscription() + " is " + lag.behind() + " events behind, for "
                                + lag.oldest().toMinutes() + " minutes",
                        "its module is away or hangs: ./kontor module list; if it is there, the log says what it waits"
                                + " for"));
            }
            if (lag.failing() > 0) {
                findings.add(Finding.doubtful(
                        lag.subscription() + " tries " + lag.failing() + " events again",
                        "it goes on by itself; the log has the reason"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.fine(all.size() + " subscriptions are up to date")) : findings;
    }
}
