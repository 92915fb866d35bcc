package io.kontor.events.internal;

import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The outbox and the order of what is in it. A committed event gets its position afterwards, by whoever holds the row of
 * {@code events_sequence}: neither AUTO_INCREMENT nor time would do, because commits overtake each other.
 */
@Component(service = OutboxStore.class)
public final class OutboxStore {

    private static final String COLUMNS =
            "workspace_id, name, payload_schema, subject_type, subject_id, published_at, payload";
    private static final String INSERT =
            "insert into {control}.events_outbox (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UNSEQUENCED =
            "select id, " + COLUMNS + " from {control}.events_outbox where position is null order by id limit ?";
    private static final String AFTER = "select position, " + COLUMNS
            + " from {control}.events_outbox where position > ? order by position limit ?";

    private final Store store;
    private final Transactions transactions;

    @Activate
    public OutboxStore(@Reference(target = "(unit=events)") Store store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    private record Unsequenced(long id, StoredEvent event) {}

    void insert(WorkspaceId workspace, String name, int schema, Ref subject, Instant at, String payload) {
        store.sql().update(INSERT, workspace.value(), name, schema, subject.type(), subject.id(), at, payload);
    }

    /** Whether committed events wait for their position. */
    boolean unsequenced() {
        return store.sql()
                .one("select 1 as found from {control}.events_outbox where position is null limit 1", row -> true)
                .isPresent();
    }

    long lastPosition() {
        return store.sql()
                .one(
                        "select last_position from {control}.events_sequence where id = 1",
                        row -> row.number("last_position"))
                .orElseThrow();
    }

    /**
     * Gives the oldest committed events their positions. A plain select sees committed rows only and waits for nobody;
     * the locked row of {@code events_sequence} lets one node at a time do it, and is freed when that node dies.
     *
     * @return the events, in their order
     */
    List<StoredEvent> sequence(int limit) {
        return transactions.call(() -> {
            long last = store.sql()
                    .one(
                            "select last_position from {control}.events_sequence where id = 1 for update",
                            row -> row.number("last_position"))
                    .orElseThrow();
            List<Unsequenced> found = store.sql()
                    .list(UNSEQUENCED, row -> new Unsequenced(row.number("id"), StoredEvent.of(row, 0)), limit);
            return found.isEmpty() ? List.of() : number(last, found);
        });
    }

    private List<StoredEvent> number(long last, List<Unsequenced> found) {
        List<Long> ids = found.stream().map(Unsequenced::id).toList();
        store.sql()
                .update(
                        "update {control}.events_outbox set position = ? + field(id, ?) where id in (?)",
                        last,
                        ids,
                        ids);
        store.sql().update("update {control}.events_sequence set last_position = ? where id = 1", last + found.size());
        List<StoredEvent> numbered = new ArrayList<>(found.size());
        for (Unsequenced each : found) {
            numbered.add(each.event().at(last + numbered.size() + 1));
        }
        return List.copyOf(numbered);
    }

    /** The events after a position, in their order. */
    List<StoredEvent> after(long position, int limit) {
        return store.sql().list(AFTER, StoredEvent::of, position, limit);
    }

    /** Removes old events that no subscription has before it. */
    int removeBefore(Instant moment, long position, int limit) {
        return store.sql()
                .update(
                        "delete from {control}.events_outbox where position <= ? and published_at < ? order by position limit ?",
                        position,
                        moment,
                        limit);
    }
}
