package io.kontor.events.internal;

import io.kontor.events.DeadLetter;
import io.kontor.events.ReceivedEvent;
import io.kontor.events.internal.StoredEvent.Key;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The events that a subscription has put aside, each with a copy of the event: the first of a subject was tried and
 * failed, those behind it wait.
 */
@Component(service = FailureStore.class)
public final class FailureStore {

    private static final int LONGEST_REASON = 1000;

    private final Store store;

    @Activate
    public FailureStore(@Reference(target = "(unit=events)") Store store) {
        this.store = store;
    }

    /** Whether an event is tried again by itself. */
    enum State {
        /** Is tried again at its time. */
        RETRY,
        /** Waits behind an earlier event of its subject. */
        WAITING,
        /** Waits for a person. */
        DEAD
    }

    /** An event to be tried again. */
    record Due(StoredEvent event, int attempts) {}

    void add(String subscription, StoredEvent event, State state, int attempts, Optional<Instant> next, String reason) {
        ReceivedEvent e = event.event();
        store.sql()
                .update(
                        """
                        insert into {control}.events_failure (subscription, position, workspace_id, name, payload_schema,
                          subject_type, subject_id, published_at, payload, state, attempts, next_attempt_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        subscription,
                        e.position(),
                        event.workspace().value(),
                        e.name(),
                        e.schema(),
                        e.subject().type(),
                        e.subject().id(),
                        e.at(),
                        e.payload(),
                        state,
                        attempts,
                        next,
                        cut(reason));
    }

    void failedAgain(
            String subscription, long position, int attempts, Optional<Instant> next, Instant now, String reason) {
        store.sql()
                .update(
                        """
                        update {control}.events_failure
                        set state = ?, attempts = ?, next_attempt_at = ?, failed_at = ?, reason = ?
                        where subscription = ? and position = ?
                        """,
                        next.isPresent() ? State.RETRY : State.DEAD,
                        attempts,
                        next,
                        now,
                        cut(reason),
                        subscription,
                        position);
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** Whether it was there to be removed. */
    boolean remove(String subscription, long position) {
        return store.sql()
                        .update(
                                "delete from {control}.events_failure where subscription = ? and position = ?",
                                subscription,
                                position)
                == 1;
    }

    /** The subjects whose events have to wait. */
    Set<Key> keys(String subscription) {
        return store.sql().list("""
                        select distinct workspace_id, subject_type, subject_id from {control}.events_failure
                        where subscription = ?
                        """, Key::of, subscription).stream().collect(Collectors.toSet());
    }

    /** The first event of each subject whose time has come. */
    List<Due> due(String subscription, Instant now, int limit) {
        return store.sql()
                .list("""
                        select f.position, f.workspace_id, f.name, f.payload_schema, f.subject_type, f.subject_id,
                          f.published_at, f.payload, f.attempts
                        from {control}.events_failure f
                        where f.subscription = ? and (f.state = 'WAITING' or f.state = 'RETRY' and f.next_attempt_at <= ?)
                          and not exists (select 1 from {control}.events_failure p
                            where p.subscription = f.subscription and p.workspace_id = f.workspace_id
                              and p.subject_type = f.subject_type and p.subject_id = f.subject_id
                              and p.position < f.position)
                        order by f.position limit ?
                        """, row -> new Due(StoredEvent.of(row), row.integer("attempts")), subscription, now, limit);
    }

    /** The dead letters of a workspace after a place in the list; of all subscriptions if none is named. */
    List<DeadLetter> dead(
            WorkspaceId workspace, Optional<String> subscription, String afterSubscription, long after, int limit) {
        return store.sql()
                .list(
                        """
                        select subscription, position, workspace_id, name, payload_schema, subject_type, subject_id,
                          published_at, payload, attempts, reason, failed_at
                        from {control}.events_failure
                        where workspace_id = ? and state = 'DEAD' and (? or subscription = ?)
                          and (subscription > ? or subscription = ? and position > ?)
                        order by subscription, position limit ?
                        """,
                        FailureStore::letter,
                        workspace.value(),
                        subscription.isEmpty(),
                        subscription,
                        afterSubscription,
                        afterSubscription,
                        after,
                        limit);
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.string("subscription"),
                StoredEvent.of(row).event(),
                row.integer("attempts"),
                row.optionalString("reason").orElse(""),
                row.instant("failed_at"));
    }

    boolean revive(WorkspaceId workspace, String subscription, long position, Instant now) {
        return store.sql().update("""
                                update {control}.events_failure set state = 'RETRY', attempts = 0, next_attempt_at = ?
                                where subscription = ? and position = ? and workspace_id = ? and state = 'DEAD'
                                """, now, subscription, position, workspace.value()) == 1;
    }

    boolean discard(WorkspaceId workspace, String subscription, long position) {
        return store.sql().update("""
                                delete from {control}.events_failure
                                where subscription = ? and position = ? and workspace_id = ? and state = 'DEAD'
                                """, subscription, position, workspace.value()) == 1;
    }

    void removeAll(String subscription) {
        store.sql().update("delete from {control}.events_failure where subscription = ?", subscription);
    }
}
