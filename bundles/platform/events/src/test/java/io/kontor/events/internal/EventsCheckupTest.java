package io.kontor.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.events.internal.LagStore.Lag;
import io.kontor.telemetry.Finding;
import io.kontor.telemetry.Finding.Gravity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsCheckupTest {

    @Test
    void subscriptionsThatKeepUpAreFine() {
        List<Finding> findings = EventsCheckup.findings(List.of(new Lag("a.b", 3, Duration.ofSeconds(2), 0, 0)));
        assertEquals(List.of(Finding.fine("1 subscriptions are up to date")), findings);
    }

    @Test
    void deadLettersAndAStandstillAreWrongAndARetryIsNot() {
        List<Finding> findings = EventsCheckup.findings(List.of(
                new Lag("a.dead", 0, Duration.ZERO, 0, 2),
                new Lag("a.stuck", 9, Duration.ofMinutes(7), 0, 0),
                new Lag("a.retry", 0, Duration.ZERO, 1, 0)));
        assertEquals(
                List.of(Gravity.WRONG, Gravity.WRONG, Gravity.DOUBTFUL),
                findings.stream().map(Finding::gravity).toList());
        assertTrue(findings.get(0).what().contains("gave up 2 events"));
        assertTrue(findings.get(1).what().contains("9 events behind, for 7 minutes"));
    }
}
