package io.kontor.customer.internal.identity;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Resolution;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pairs of customers that look alike and that nobody has judged yet. */
@Component(service = DuplicateStore.class)
public final class DuplicateStore {

    static final String OPEN = """
            select d.id, l.customer_id, l.name, m.customer_id as other_id, m.name as other_name, d.reasons, d.created_at
              from customer_suspected_duplicate d
              left join customer_alias a on a.member_id = d.customer_id
              left join customer_alias b on b.member_id = d.other_id
              join customer_listing l on l.customer_id = coalesce(a.root_id, d.customer_id)
              join customer_listing m on m.customer_id = coalesce(b.root_id, d.other_id)
             where d.state = 'OPEN' and (? or d.id < ?) and l.customer_id <> m.customer_id
               and (? or l.owner_id in (?)) and (? or m.owner_id in (?))
             order by d.state desc, d.id desc
             limit ?
            """;

    static final String OF_ONE = """
            select d.id, l.customer_id, l.name, m.customer_id as other_id, m.name as other_name, d.reasons, d.created_at
              from (select id, customer_id, other_id, reasons, created_at from customer_suspected_duplicate
                     where customer_id in (?) and state = 'OPEN'
                    union
                    select id, customer_id, other_id, reasons, created_at from customer_suspected_duplicate
                     where other_id in (?) and state = 'OPEN') d
              left join customer_alias a on a.member_id = d.customer_id
              left join customer_alias b on b.member_id = d.other_id
              join customer_listing l on l.customer_id = coalesce(a.root_id, d.customer_id)
              join customer_listing m on m.customer_id = coalesce(b.root_id, d.other_id)
             where l.customer_id <> m.customer_id and (? or l.owner_id in (?)) and (? or m.owner_id in (?))
             order by d.id desc
             limit ?
            """;

    private static final UUID NONE = new UUID(0, 0);

    private final Store store;
    private final IdGenerator ids;

    @Activate
    public DuplicateStore(@Reference(target = "(unit=customer)") Store store, @Reference IdGenerator ids) {
        this.store = store;
        this.ids = ids;
    }

    void insert(CustomerId customer, CustomerId other, Set<Resolution.Reason> reasons, Instant at) {
        store.sql()
                .update(
                        """
                        insert into customer_suspected_duplicate (id, customer_id, other_id, reasons, state, created_at)
                        values (?, ?, ?, ?, 'OPEN', ?)
                        """,
                        ids.next(),
                        customer,
                        other,
                        String.join(",", reasons.stream().map(Enum::name).toList()),
                        at);
    }

    /** Newest first; pairs that were merged since are left out. */
    Page<SuspectedDuplicate> open(RowRule rule, PageRequest page) {
        List<SuspectedDuplicate> rows = store.sql()
                .list(
                        OPEN,
                        DuplicateStore::duplicate,
                        page.cursor().isEmpty(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(NONE),
                        rule.everybody(),
                        rule.ownerIds(),
                        rule.everybody(),
                        rule.ownerIds(),
                        page.limit() + 1);
        return Page.of(rows, page.limit(), row -> Cursor.of(row.id()));
    }

    /** Those with a customer, by all its ids; newest first. */
    List<SuspectedDuplicate> with(Collection<CustomerId> ids, RowRule rule, int most) {
        return store.sql()
                .list(
                        OF_ONE,
                        DuplicateStore::duplicate,
                        ids,
                        ids,
                        rule.everybody(),
                        rule.ownerIds(),
                        rule.everybody(),
                        rule.ownerIds(),
                        most);
    }

    /** Notes that a person found the two to be different; whether the pair was still open. */
    boolean dismiss(UUID id) {
        return store.sql().update("""
                                update customer_suspected_duplicate set state = 'DISMISSED'
                                 where id = ? and state = 'OPEN'
                                """, id) > 0;
    }

    /** Takes that back; whether the pair was judged to be different. */
    boolean reopen(UUID id) {
        return store.sql().update("""
                                update customer_suspected_duplicate set state = 'OPEN'
                                 where id = ? and state = 'DISMISSED'
                                """, id) > 0;
    }

    private static SuspectedDuplicate duplicate(Row row) {
        return new SuspectedDuplicate(
                row.uuid("id"),
                new CustomerId(row.uuid("customer_id")),
                row.string("name"),
                new CustomerId(row.uuid("other_id")),
                row.string("other_name"),
                Stream.of(row.string("reasons").split(","))
                        .map(Resolution.Reason::valueOf)
                        .toList(),
                row.instant("created_at"));
    }
}
