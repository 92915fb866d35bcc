package io.kontor.customer.internal.demo;

import io.kontor.customer.CustomerId;
import io.kontor.customer.SourceAccountId;
import io.kontor.store.Store;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customers that an account knows, and all rows of one. */
@Component(service = DemoCustomerStore.class)
public final class DemoCustomerStore {

    /** Whatever did not come from the account that was just let go of: then the customer stays. */
    private static final String REASONS_TO_STAY = """
            select 1 as reason from customer where id in (?) and first_touch is null
            union all select 1 from customer_external_id where customer_id in (?)
            union all select 1 from customer_timeline_entry where customer_id in (?) and source <> 'customer.note'
            union all select 1 from customer_timeline_entry where contact_id in (?) and source <> 'customer.note'
            union all select 1 from customer_note where customer_id in (?) and author_id is not null
            union all select 1 from customer_affiliation where person_id in (?) or company_id in (?)
            limit 1
            """;

    private static final List<String> OF_CUSTOMER = List.of(
            "delete from customer_timeline_entry where customer_id in (?)",
            "delete from customer_note where customer_id in (?)",
            "delete from customer_contact_point where customer_id in (?)",
            "delete from customer_address where customer_id in (?)",
            "delete from customer_tag where customer_id in (?)",
            "delete from customer_consent where customer_id in (?)",
            "delete from customer_field_value where customer_id in (?)",
            "delete from customer_alias where member_id in (?)",
            "delete from customer_suspected_duplicate where customer_id in (?)",
            "delete from customer_suspected_duplicate where other_id in (?)",
            "delete from customer_search_key where customer_id in (?)",
            "delete from customer_listing_tag where customer_id in (?)",
            "delete from customer_listing where customer_id in (?)",
            "delete from customer where id in (?)");

    private final Store store;

    @Activate
    public DemoCustomerStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    /** Some customers that the account calls something. */
    List<CustomerId> some(SourceAccountId account, int limit) {
        return store.sql().list("""
                select distinct customer_id from customer_external_id where account_id = ?
                 order by customer_id limit ?
                """, row -> new CustomerId(row.uuid("customer_id")), account, limit);
    }

    /** The account no longer calls them anything; nobody else changes them until the transaction ends. */
    void letGo(SourceAccountId account, Collection<CustomerId> ids) {
        store.sql().list("select id from customer where id in (?) for update", row -> row.uuid("id"), ids);
        store.sql()
                .update("delete from customer_external_id where account_id = ? and customer_id in (?)", account, ids);
    }

    /** @param ids all that mean one customer */
    boolean hasOtherData(Collection<CustomerId> ids) {
        return !store.sql()
                .list(REASONS_TO_STAY, row -> row.integer("reason"), ids, ids, ids, ids, ids, ids, ids)
                .isEmpty();
    }

    void delete(Collection<CustomerId> ids) {
        OF_CUSTOMER.forEach(statement -> store.sql().update(statement, ids));
    }
}
