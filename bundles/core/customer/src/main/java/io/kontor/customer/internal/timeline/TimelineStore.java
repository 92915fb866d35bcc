package io.kontor.customer.internal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Json;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The entries of all customers, read by customer or contact in the order of what happened. */
@Component(service = TimelineStore.class)
public final class TimelineStore {

    static final String PAGE = """
            (select t.id, t.customer_id, t.contact_id, t.source, t.ref_type, t.ref_id, t.text_key, t.parameters,
                    t.fallback, t.at
               from customer_timeline_entry t
              where t.customer_id in (?) and (? or (t.at <= ? and (t.at < ? or t.id < ?)))
              order by t.at desc, t.id desc limit ?)
            union
            (select c.id, c.customer_id, c.contact_id, c.source, c.ref_type, c.ref_id, c.text_key, c.parameters,
                    c.fallback, c.at
               from customer_timeline_entry c
              where c.contact_id in (?) and (? or (c.at <= ? and (c.at < ? or c.id < ?)))
              order by c.at desc, c.id desc limit ?)
            order by at desc, id desc
            limit ?
            """;

    private static final UUID NONE = new UUID(0, 0);

    private final Store store;
    private final IdGenerator ids;
    private final ObjectMapper mapper = Json.mapper();

    /** An entry with its place in the list. */
    record StoredEntry(UUID id, TimelineEntry entry) {}

    @Activate
    public TimelineStore(@Reference(target = "(unit=customer)") Store store, @Reference IdGenerator ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Writes an entry unless there is one with its source and reference; whether it was new. */
    boolean insert(TimelineEntry entry) {
        try {
            store.sql()
                    .update(
                            """
                            insert into customer_timeline_entry
                                   (id, customer_id, contact_id, source, ref_type, ref_id, text_key, parameters, fallback, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            ids.next(),
                            entry.customer(),
                            entry.contact(),
                            entry.source(),
                            entry.reference().type(),
                            entry.reference().id(),
                            entry.textKey(),
                            json(entry.parameters()),
                            entry.fallback(),
                            entry.at());
            return true;
        } catch (UniqueViolation e) {
            return false;
        }
    }

    void update(TimelineEntry entry) {
        store.sql()
                .update(
                        """
                        update customer_timeline_entry
                           set customer_id = ?, contact_id = ?, text_key = ?, parameters = ?, fallback = ?, at = ?
                         where source = ? and ref_type = ? and ref_id = ?
                        """,
                        entry.customer(),
                        entry.contact(),
                        entry.textKey(),
                        json(entry.parameters()),
                        entry.fallback(),
                        entry.at(),
                        entry.source(),
                        entry.reference().type(),
                        entry.reference().id());
    }

    Optional<TimelineEntry> find(String source, Ref reference) {
        return store.sql().one("""
                        select id, customer_id, contact_id, source, ref_type, ref_id, text_key, parameters, fallback, at
                          from customer_timeline_entry where source = ? and ref_type = ? and ref_id = ?
                        """, row -> entry(row).entry(), source, reference.type(), reference.id());
    }

    void delete(String source, Ref reference) {
        store.sql()
                .update(
                        "delete from customer_timeline_entry where source = ? and ref_type = ? and ref_id = ?",
                        source,
                        reference.type(),
                        reference.id());
    }

    /** Latest first; an entry that names two of the ids appears once. */
    Page<StoredEntry> page(Collection<CustomerId> of, PageRequest page) {
        boolean first = page.cursor().isEmpty();
        Instant before = page.cursor().map(cursor -> cursor.instant(0)).orElse(Instant.EPOCH);
        UUID id = page.cursor().map(cursor -> cursor.uuid(1)).orElse(NONE);
        int limit = page.limit() + 1;
        List<StoredEntry> rows = store.sql()
                .list(
                        PAGE,
                        this::entry,
                        of,
                        first,
                        before,
                        before,
                        id,
                        limit,
                        of,
                        first,
                        before,
                        before,
                        id,
                        limit,
                        limit);
        return Page.of(rows, page.limit(), row -> Cursor.of(row.entry().at(), row.id()));
    }

    private StoredEntry entry(Row row) {
        return new StoredEntry(
                row.uuid("id"),
                new TimelineEntry(
                        new CustomerId(row.uuid("customer_id")),
                        row.optionalUuid("contact_id").map(CustomerId::new),
                        row.string("source"),
                        new Ref(row.string("ref_type"), row.uuid("ref_id")),
                        row.string("text_key"),
                        parameters(row.string("parameters")),
                        row.string("fallback"),
                        row.instant("at")));
    }

    private String json(Map<String, String> parameters) {
        try {
            return mapper.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text is always JSON", e);
        }
    }

    private Map<String, String> parameters(String json) {
        try {
            return mapper.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The timeline's parameters are not JSON", e);
        }
    }
}
