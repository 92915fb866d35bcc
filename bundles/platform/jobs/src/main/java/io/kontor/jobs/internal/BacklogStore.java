package io.kontor.jobs.internal;

import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the plans by job, over all workspaces. */
@Component(service = BacklogStore.class)
public final class BacklogStore {

    /**
     * The plans of one job.
     *
     * @param planned all of them
     * @param running picked by a node
     * @param due whose time has come, not picked
     * @param late how long the first of these has been due; zero if there is none
     * @param failing whose last run failed
     */
    record Backlog(String job, long planned, long running, long due, Duration late, long failing) {}

    private final Store store;
    private final Clock clock;

    @Activate
    public BacklogStore(@Reference(target = "(unit=jobs)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Backlog> all() {
        Instant now = clock.instant();
        return store.sql().list("""
                        select substring_index(substring_index(task_instance, '|', 2), '|', -1) as job,
                          count(*) as planned, sum(picked) as running,
                          sum(picked = 0 and execution_time <= ?) as due,
                          min(case when picked = 0 and execution_time <= ? then execution_time end) as first_due,
                          sum(coalesce(consecutive_failures, 0) > 0) as failing
                        from {control}.jobs_plan group by job order by job
                        """, row -> backlog(row, now), now, now);
    }

    private static Backlog backlog(Row row, Instant now) {
        Duration late = row.optionalInstant("first_due")
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        return new Backlog(
                row.string("job"),
                row.number("planned"),
                row.number("running"),
                row.number("due"),
                late,
                row.number("failing"));
    }
}
