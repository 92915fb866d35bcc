package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.internal.BacklogStore.Backlog;
import io.kontor.telemetry.Finding;
import io.kontor.telemetry.Finding.Gravity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsCheckupTest {

    @Test
    void jobsThatRunInTimeAreFine() {
        List<Finding> findings =
                JobsCheckup.findings(List.of(new Backlog("a.sweep", 4, 1, 1, Duration.ofSeconds(1), 0)));
        assertEquals(List.of(Finding.fine("4 runs are planned, none is late or failing")), findings);
    }

    @Test
    void failingAndLateJobsAreWrong() {
        List<Finding> findings = JobsCheckup.findings(List.of(
                new Backlog("a.failing", 4, 0, 0, Duration.ZERO, 2),
                new Backlog("a.late", 5, 0, 5, Duration.ofMinutes(9), 0)));
        assertEquals(
                List.of(Gravity.WRONG, Gravity.WRONG),
                findings.stream().map(Finding::gravity).toList());
        assertTrue(findings.get(0).what().contains("2 of 4 runs of a.failing"));
        assertTrue(findings.get(1).what().contains("the first for 9 minutes"));
    }
}
