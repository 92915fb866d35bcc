package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.IdGenerator;
import io.kontor.store.Store;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the facts of customers; {@link CustomerReader} reads them. */
@Component(service = CustomerStore.class)
public final class CustomerStore {

    private final Store store;
    private final IdGenerator ids;

    @Activate
    public CustomerStore(@Reference(target = "(unit=customer)") Store store, @Reference IdGenerator ids) {
        this.store = store;
        this.ids = ids;
    }

    CustomerId newId() {
        return new CustomerId(ids.next());
    }

    void insert(CustomerRecord record) {
        entities().persist(CustomerRow.of(record));
        store.flush();
    }

    /** Reads the record and holds it against other changes until the transaction ends. */
    Optional<CustomerRecord> lock(CustomerId id) {
        return Optional.ofNullable(entities().find(CustomerRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(CustomerRow::record);
    }

    /** Writes a record that was locked, with the version that it names. */
    void update(CustomerRecord record) {
        entities().find(CustomerRow.class, record.id().value()).take(record);
        store.flush();
    }

    private EntityManager entities() {
        return store.entities();
    }

    void insertPoints(CustomerId id, Collection<NewPoint> points, Instant from) {
        List<Object[]> rows = points.stream()
                .map(point -> new Object[] {
                    ids.next(),
                    id,
                    point.kind(),
                    point.value(),
                    ContactValues.matchKey(point.kind(), point.value()),
                    point.label(),
                    point.verified(),
                    from
                })
                .toList();
        store.sql().batch("""
                        insert into customer_contact_point
                               (id, customer_id, kind, value, match_key, label, verified, valid_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """, rows);
    }

    /** Makes a point valid, with this label, where one of the ids has it; whether one has. */
    boolean revivePoint(Collection<CustomerId> ids, CustomerDraft.Point point) {
        return store.sql().update("""
                                update customer_contact_point set valid_to = null, label = ?
                                 where customer_id in (?) and kind = ? and match_key = ?
                                """, point.label(), ids, point.kind(), point.matchKey()) > 0;
    }

    void endPoint(Collection<CustomerId> ids, CustomerDraft.Point point, Instant at) {
        store.sql().update("""
                        update customer_contact_point set valid_to = ?
                         where customer_id in (?) and kind = ? and match_key = ? and valid_to is null
                        """, at, ids, point.kind(), point.matchKey());
    }

    /** Notes that the customer proved to own these e-mail addresses. */
    public void verifyEmails(Collection<CustomerId> ids, Collection<String> matchKeys) {
        store.sql().update("""
                        update customer_contact_point set verified = true
                         where customer_id in (?) and kind = 'EMAIL' and match_key in (?)
                        """, ids, matchKeys);
    }

    void insertAddresses(CustomerId id, Collection<Address> addresses) {
        List<Object[]> rows = addresses.stream()
                .map(address -> new Object[] {
                    ids.next(),
                    id,
                    address.kind(),
                    String.join("\n", address.lines()),
                    address.city(),
                    address.region(),
                    address.postcode(),
                    address.country()
                })
                .toList();
        store.sql().batch("""
                        insert into customer_address
                               (id, customer_id, kind, address_lines, city, region, postcode, country)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """, rows);
    }

    void deleteAddresses(CustomerId id) {
        store.sql().update("delete from customer_address where customer_id = ?", id);
    }

    void insertTags(CustomerId id, Collection<String> tags) {
        List<Object[]> rows = tags.stream().map(tag -> new Object[] {id, tag}).toList();
        store.sql().batch("""
                        insert into customer_tag (customer_id, tag) values (?, ?)
                            on duplicate key update tag = values(tag)
                        """, rows);
    }

    void deleteTags(Collection<CustomerId> ids, Collection<String> tags) {
        store.sql().update("delete from customer_tag where customer_id in (?) and tag in (?)", ids, tags);
    }

    void putValues(CustomerId id, Map<String, String> values) {
        List<Object[]> rows = values.entrySet().stream()
                .map(value -> new Object[] {id, value.getKey(), value.getValue()})
                .toList();
        store.sql().batch("""
                        insert into customer_field_value (customer_id, field_key, value) values (?, ?, ?)
                            on duplicate key update value = values(value)
                        """, rows);
    }

    void deleteValues(Collection<CustomerId> ids, Collection<String> keys) {
        store.sql().update("delete from customer_field_value where customer_id in (?) and field_key in (?)", ids, keys);
    }

    /** Names by the ids that were asked for, also merged ones. */
    Map<CustomerId, String> names(Collection<CustomerId> asked) {
        Map<CustomerId, String> names = new HashMap<>();
        store.sql().list("""
                        select l.customer_id as id, l.name from customer_listing l where l.customer_id in (?)
                        union all
                        select a.member_id, l.name
                          from customer_alias a join customer_listing l on l.customer_id = a.root_id
                         where a.member_id in (?)
                        """, row -> names.put(new CustomerId(row.uuid("id")), row.string("name")), asked, asked);
        return names;
    }
}
