package io.kontor.jobs.internal;

import io.kontor.jobs.internal.BacklogStore.Backlog;
import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which jobs fail or are not run in time. */
@Component
public final class JobsCheckup implements Checkup {

    private static final Duration LATE = Duration.ofMinutes(5);

    private final BacklogStore backlogs;

    @Activate
    public JobsCheckup(@Reference BacklogStore backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public List<Finding> examine() {
        return findings(backlogs.all());
    }

    static List<Finding> findings(List<Backlog> all) {
        List<Finding> findings = new ArrayList<>();
        for (Backlog backlog : all) {
            if (backlog.failing() > 0) {
                findings.add(Finding.wrong(
                        backlog.failing() + " of " + backlog.planned() + " runs of " + backlog.job()
                                + " failed the last time",
                        "they are repeated by themselves, at most every five minutes; the log has the reason"));
            }
            if (backlog.late().compareTo(LATE) > 0) {
                findings.add(Finding.wrong(
                        backlog.due() + " runs of " + backlog.job() + " are due, the first for "
                                + backlog.late().toMinutes() + " minutes",
                        "the module that does them is away (./kontor module list), or the machine is too busy"));
            }
        }
        long planned = all.stream().mapToLong(Backlog::planned).sum();
        return findings.isEmpty()
                ? List.of(Finding.fine(planned + " runs are planned, none is late or failing"))
                : findings;
    }
}
