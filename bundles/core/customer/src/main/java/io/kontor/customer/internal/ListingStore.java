package io.kontor.customer.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lines that lists show, one for each customer; every order and filter has its index. */
@Component(service = ListingStore.class)
public final class ListingStore {

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Store store;

    @Activate
    public ListingStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    /** The page of those that the rule allows; {@code found} are the ids that the query's text stands for. */
    Page<CustomerListing> page(ListingQuery query, RowRule rule, Optional<List<UUID>> found) {
        return query.sort() == ListingQuery.Sort.NAME ? byName(query, rule, found) : byNewest(query, rule, found);
    }

    private Page<CustomerListing> byName(ListingQuery query, RowRule rule, Optional<List<UUID>> found) {
        Optional<Cursor> cursor = query.page().cursor();
        String after = cursor.map(key -> key.text(0)).orElse("");
        UUID id = cursor.map(key -> key.uuid(1)).orElse(NOBODY);
        List<CustomerListing> rows = rows(
                query,
                rule,
                found,
                new String[] {ListingSql.BY_NAME, ListingSql.TAG_BY_NAME, ListingSql.FOUND_BY_NAME},
                after,
                id);
        return Page.of(
                rows,
                query.page().limit(),
                row -> Cursor.of(row.name(), row.id().value()));
    }

    private Page<CustomerListing> byNewest(ListingQuery query, RowRule rule, Optional<List<UUID>> found) {
        Optional<Cursor> cursor = query.page().cursor();
        Instant before = cursor.map(key -> key.instant(0)).orElse(BEGINNING);
        UUID id = cursor.map(key -> key.uuid(1)).orElse(NOBODY);
        List<CustomerListing> rows = rows(
                query,
                rule,
                found,
                new String[] {ListingSql.BY_NEWEST, ListingSql.TAG_BY_NEWEST, ListingSql.FOUND_BY_NEWEST},
                before,
                id);
        return Page.of(
                rows,
                query.page().limit(),
                row -> Cursor.of(row.createdAt(), row.id().value()));
    }

    private List<CustomerListing> rows(
            ListingQuery query, RowRule rule, Optional<List<UUID>> found, String[] sql, Object key, UUID id) {
        boolean first = query.page().cursor().isEmpty();
        boolean anyOwner = query.owner().isEmpty();
        boolean anyLifecycle = query.lifecycle().isEmpty();
        boolean anyTag = query.tag().isEmpty();
        int limit = query.page().limit() + 1;
        Object[] filters = {
            rule.everybody(),
            rule.ownerIds(),
            anyOwner,
            query.owner(),
            anyLifecycle,
            query.lifecycle(),
            first,
            key,
            key,
            id,
            limit
        };
        if (found.isPresent()) {
            return list(sql[2], filters, found.get(), anyTag, query.tag());
        }
        return anyTag ? list(sql[0], filters) : list(sql[1], filters, query.tag());
    }

    private List<CustomerListing> list(String sql, Object[] filters, Object... leading) {
        Object[] all = new Object[leading.length + filters.length];
        System.arraycopy(leading, 0, all, 0, leading.length);
        System.arraycopy(filters, 0, all, leading.length, filters.length);
        return store.sql().list(sql, ListingStore::listing, all);
    }

    /** The lines of these customers, in no order. */
    List<CustomerListing> find(Collection<CustomerId> ids) {
        return store.sql().list(ListingSql.BY_IDS, ListingStore::listing, ids);
    }

    /** @param document the customer as {@link CustomerDocument} writes it */
    void insert(CustomerListing line, String document) {
        store.sql()
                .update(
                        ListingSql.INSERT,
                        line.id(),
                        line.kind(),
                        line.name(),
                        line.owner(),
                        line.lifecycle(),
                        line.mainEmail(),
                        line.mainPhone(),
                        line.city(),
                        line.country(),
                        String.join("\n", line.tags()),
                        line.createdAt(),
                        line.lastActivityAt(),
                        document);
        if (!line.tags().isEmpty()) {
            List<Object[]> rows = line.tags().stream()
                    .map(tag -> new Object[] {line.id(), tag, line.name(), line.createdAt()})
                    .toList();
            store.sql().batch(ListingSql.INSERT_TAG, rows);
        }
    }

    void delete(Collection<CustomerId> ids) {
        store.sql().update("delete from customer_listing where customer_id in (?)", ids);
        store.sql().update("delete from customer_listing_tag where customer_id in (?)", ids);
    }

    /** Writes what follows from facts that no order and no filter uses. */
    void update(CustomerId root, Lifecycle lifecycle, String document) {
        store.sql()
                .update(
                        "update customer_listing set lifecycle = ?, document = ? where customer_id = ?",
                        lifecycle,
                        document,
                        root);
    }

    /** The document of a customer that was not merged away, if its line has one. */
    Optional<String> document(CustomerId root) {
        return store.sql()
                .one(
                        "select document from customer_listing where customer_id = ?",
                        row -> row.optionalString("document"),
                        root)
                .flatMap(document -> document);
    }

    /** Notes that something happened; whether there is a line for this id. */
    public boolean touch(CustomerId root, Instant at) {
        return store.sql().update(ListingSql.TOUCH, at, at, root) > 0;
    }

    /** Corrects when something happened last. */
    public void lastActivity(CustomerId root, Optional<Instant> at) {
        store.sql().update("update customer_listing set last_activity_at = ? where customer_id = ?", at, root);
    }

    /** The latest moment on the timeline of these ids. */
    public Optional<Instant> lastActivity(Collection<CustomerId> ids) {
        return store.sql()
                .one(ListingSql.LAST_ACTIVITY, row -> row.optionalInstant("at"), ids, ids)
                .flatMap(at -> at);
    }

    private static CustomerListing listing(Row row) {
        return new CustomerListing(
                new CustomerId(row.uuid("customer_id")),
                row.enumeration("kind", Kind.class),
                row.string("name"),
                new UserId(row.uuid("owner_id")),
                row.enumeration("lifecycle", Lifecycle.class),
                row.optionalString("main_email"),
                row.optionalString("main_phone"),
                row.optionalString("city"),
                row.optionalString("country"),
                tags(row.string("tags")),
                row.instant("created_at"),
                row.optionalInstant("last_activity_at"));
    }

    /** Most customers have none. */
    private static List<String> tags(String lines) {
        return lines.isEmpty() ? List.of() : lines.lines().toList();
    }
}
