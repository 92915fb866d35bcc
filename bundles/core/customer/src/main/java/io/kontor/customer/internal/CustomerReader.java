package io.kontor.customer.internal;

import io.kontor.customer.Customer;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.KontorException;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads customers with everything that belongs to them: facts by one query, and a second one where there was a merge.
 */
@Component(service = CustomerReader.class)
public final class CustomerReader {

    private static final String PARTS = """
            select 'RECORD' as part, c.id as customer_id, c.owner_id as ref, c.kind as a, c.given_name as b,
                   c.family_name as c, c.legal_name as d, c.tax_id as e, c.lifecycle as f, c.first_touch as g,
                   c.last_touch as h, c.locale as i, c.zone as j, c.country as k,
                   c.version as n, c.created_at as at, null as until
              from customer c where c.id in (?)
            union all
            select 'POINT', p.customer_id, p.id, p.kind, p.value, p.label, null, null, null, null, null, null, null, null,
                   p.verified, p.valid_from, p.valid_to
              from customer_contact_point p where p.customer_id in (?)
            union all
            select 'ADDRESS', d.customer_id, d.id, d.kind, d.address_lines, d.city, d.region, d.postcode, d.country,
                   null, null, null, null, null, 0, null, null
              from customer_address d where d.customer_id in (?)
            union all
            select 'TAG', t.customer_id, null, t.tag, null, null, null, null, null, null, null, null, null, null,
                   0, null, null
              from customer_tag t where t.customer_id in (?)
            union all
            select 'CONSENT', s.customer_id, null, s.purpose, s.state, s.evidence, null, null, null, null, null, null,
                   null, null, 0, s.at, null
              from customer_consent s where s.customer_id in (?)
            union all
            select 'VALUE', v.customer_id, null, v.field_key, v.value, null, null, null, null, null, null, null, null,
                   null, 0, null, null
              from customer_field_value v where v.customer_id in (?)
            union all
            select 'ALIAS', m.member_id, m.root_id, null, null, null, null, null, null, null, null, null, null, null,
                   0, null, null
              from customer_alias m where m.member_id = ? or m.root_id = ?
            """;

    private final Store store;
    private final AliasStore aliases;
    private final CustomerStore customers;
    private final Listings listings;

    @Activate
    public CustomerReader(
            @Reference(target = "(unit=customer)") Store store,
            @Reference AliasStore aliases,
            @Reference CustomerStore customers,
            @Reference Listings listings) {
        this.store = store;
        this.aliases = aliases;
        this.customers = customers;
        this.listings = listings;
    }

    /** The customer by any of its ids, as people and other modules see it: nearly always one look at one row. */
    Optional<Customer> customer(CustomerId id) {
        return listings.find(id).or(() -> read(id).map(MergedView::customer));
    }

    /** The customer with its facts, by any of its ids. */
    Optional<MergedView> read(CustomerId id) {
        CustomerParts parts = parts(List.of(id), id);
        return parts.merged() ? readSet(aliases.members(id)) : parts.view(List.of(id));
    }

    /** The customer that exactly these ids make up, the survivor first. */
    Optional<MergedView> readSet(List<CustomerId> ids) {
        return parts(ids, ids.get(0)).view(ids);
    }

    /**
     * The customer by any of its ids, held against other changes until the transaction ends.
     *
     * @throws KontorException {@link CustomerError#NOT_FOUND}
     */
    MergedView locked(CustomerId id) {
        CustomerId root = aliases.root(id);
        customers.lock(root);
        MergedView view = read(root).orElseThrow(() -> new KontorException(CustomerError.NOT_FOUND));
        return view.root().equals(root) ? view : locked(root);
    }

    public CustomerId root(CustomerId id) {
        return aliases.root(id);
    }

    public List<CustomerId> members(CustomerId id) {
        return aliases.members(id);
    }

    /** What was merged into a customer, the newest first. */
    List<MergedRecord> merged(CustomerId root) {
        return aliases.merged(root);
    }

    private CustomerParts parts(Collection<CustomerId> ids, CustomerId id) {
        CustomerParts parts = new CustomerParts();
        Sql sql = store.sql();
        List<UUID> in = ids.stream().map(CustomerId::value).toList();
        sql.list(PARTS, parts::add, in, in, in, in, in, in, id, id);
        return parts;
    }
}
