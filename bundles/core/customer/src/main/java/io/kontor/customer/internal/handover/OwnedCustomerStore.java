package io.kontor.customer.internal.handover;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which customers somebody owns. */
@Component(service = OwnedCustomerStore.class)
public final class OwnedCustomerStore {

    private final Store store;

    @Activate
    public OwnedCustomerStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    List<CustomerId> some(UserId owner, int limit) {
        return store.sql()
                .list(
                        "select customer_id from customer_listing where owner_id = ? limit ?",
                        row -> new CustomerId(row.uuid("customer_id")),
                        owner,
                        limit);
    }

    /** Nobody sees customers that were merged into another; should the merge be undone, they have the new owner. */
    void assignMerged(UserId from, UserId to) {
        store.sql().update("""
                        update customer set owner_id = ?
                         where owner_id = ? and id in (select member_id from customer_alias)
                        """, to, from);
    }
}
