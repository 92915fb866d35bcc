package io.kontor.customer.internal.identity;

import io.kontor.customer.ContactPoint;
import io.kontor.customer.CustomerId;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.Sha256;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has an external id or a contact point. */
@Component(service = IdentityStore.class)
public final class IdentityStore {

    /** Above this a contact point is a switchboard's or a family's and only slows the look-up down. */
    static final int MOST_MATCHES = 50;

    static final String BY_POINT = """
            select p.customer_id, coalesce(a.root_id, p.customer_id) as root_id, p.match_key, p.verified
              from customer_contact_point p left join customer_alias a on a.member_id = p.customer_id
             where p.kind = ? and p.match_key in (?) and p.valid_to is null
             limit ?
            """;

    private final Store store;

    /**
     * A customer who has a contact point.
     *
     * @param member the id that it is recorded under
     * @param root the customer that the id means now
     */
    record Match(CustomerId member, CustomerId root, String key, boolean verified) {}

    @Activate
    public IdentityStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    Optional<CustomerId> find(ExternalId id) {
        return store.sql().one("""
                        select customer_id from customer_external_id
                         where account_id = ? and type = ? and external_id = ?
                        """, row -> new CustomerId(row.uuid("customer_id")), id.account(), id.type(), id.id());
    }

    List<Match> find(ContactPoint.Kind kind, Collection<String> matchKeys) {
        return matchKeys.isEmpty()
                ? List.of()
                : store.sql().list(BY_POINT, IdentityStore::match, kind, matchKeys, MOST_MATCHES);
    }

    /** The match keys of the valid e-mail addresses of these ids. */
    List<String> emails(Collection<CustomerId> ids) {
        return store.sql().list("""
                        select match_key from customer_contact_point
                         where customer_id in (?) and kind = 'EMAIL' and valid_to is null
                        """, row -> row.string("match_key"), ids);
    }

    /** Whether one of these ids is called something by the same account for the same type of record. */
    boolean hasOther(Collection<CustomerId> ids, ExternalId id) {
        return !store.sql()
                .list("""
                        select external_id from customer_external_id
                         where customer_id in (?) and account_id = ? and type = ? and external_id <> ?
                         limit 1
                        """, row -> row.string("external_id"), ids, id.account(), id.type(), id.id())
                .isEmpty();
    }

    /**
     * Records what the source calls the customer.
     *
     * @throws io.kontor.store.UniqueViolation if the id was taken in the meantime
     */
    void insert(ExternalId id, CustomerId customer, Instant at) {
        store.sql().update("""
                        insert into customer_external_id (account_id, type, external_id, customer_id, created_at)
                        values (?, ?, ?, ?, ?)
                        """, id.account(), id.type(), id.id(), customer, at);
    }

    /**
     * Lets one transaction at a time decide who these traces belong to. The keys are hashes, so that the table, which
     * outlives the customers, tells nothing about them.
     */
    void lock(Collection<String> traces) {
        TreeSet<byte[]> keys = new TreeSet<>(Arrays::compare);
        traces.forEach(trace -> keys.add(Sha256.of(trace)));
        store.sql().batch("""
                        insert into customer_identity_lock (lock_key) values (?)
                            on duplicate key update lock_key = values(lock_key)
                        """, keys.stream().map(key -> new Object[] {key}).toList());
    }

    private static Match match(Row row) {
        return new Match(
                new CustomerId(row.uuid("customer_id")),
                new CustomerId(row.uuid("root_id")),
                row.string("match_key"),
                row.bool("verified"));
    }
}
