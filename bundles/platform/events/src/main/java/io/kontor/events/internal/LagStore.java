package io.kontor.events.internal;

import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the tables say about the subscriptions' progress, over all workspaces. */
@Component(service = LagStore.class)
public final class LagStore {

    /**
     * A subscription's progress.
     *
     * @param behind how many events it has not looked at; also those that it will pass over
     * @param oldest how long the first of them has been waiting; zero if there is none
     * @param failing how many events are put aside and go on by themselves
     * @param dead how many wait for a person
     */
    record Lag(String subscription, long behind, Duration oldest, long failing, long dead) {}

    private final Store store;
    private final Clock clock;

    @Activate
    public LagStore(@Reference(target = "(unit=events)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Lag> all() {
        Instant now = clock.instant();
        return store.sql().list("""
                        select s.name, q.last_position - s.position as behind, o.published_at,
                          coalesce(f.failing, 0) as failing, coalesce(f.dead, 0) as dead
                        from {control}.events_subscription s
                        join {control}.events_sequence q on q.id = 1
                        left join {control}.events_outbox o on o.position = s.position + 1
                        left join (
                          select subscription, sum(state <> 'DEAD') as failing, sum(state = 'DEAD') as dead
                          from {control}.events_failure group by subscription) f on f.subscription = s.name
                        order by s.name
                        """, row -> lag(row, now));
    }

    private static Lag lag(Row row, Instant now) {
        Duration oldest = row.optionalInstant("published_at")
                .map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        return new Lag(row.string("name"), row.number("behind"), oldest, row.number("failing"), row.number("dead"));
    }
}
