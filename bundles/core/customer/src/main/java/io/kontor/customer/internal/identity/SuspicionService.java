package io.kontor.customer.internal.identity;

import io.kontor.access.AuditLog;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.customer.internal.CustomerQueries;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with suspected duplicates besides merging them. */
@Component(service = SuspicionService.class)
public final class SuspicionService {

    private final Transactions transactions;
    private final DuplicateStore store;
    private final CustomerQueries customers;
    private final AuditLog audit;

    @Activate
    public SuspicionService(
            @Reference Transactions transactions,
            @Reference DuplicateStore store,
            @Reference CustomerQueries customers,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.customers = customers;
        this.audit = audit;
    }

    Page<SuspectedDuplicate> open(PageRequest page) {
        return store.open(customers.rule(), page);
    }

    /**
     * Who may be the same as this customer.
     *
     * @throws KontorException {@link CustomerError#NOT_FOUND}, also for what the actor may not see
     */
    List<SuspectedDuplicate> with(CustomerId customer, int most) {
        return store.with(customers.visibleIds(customer), customers.rule(), most);
    }

    void dismiss(UUID id) {
        transactions.run(() -> {
            if (!store.dismiss(id)) {
                throw new KontorException(CustomerError.SUSPICION_NOT_FOUND);
            }
            audit.record("customer.suspicion-dismissed", new Ref("suspected-duplicate", id), Map.of(), Map.of());
        });
    }

    /**
     * Takes back that the two were found to be different.
     *
     * @throws KontorException {@link CustomerError#SUSPICION_NOT_FOUND} where nobody has said so
     */
    void reopen(UUID id) {
        transactions.run(() -> {
            if (!store.reopen(id)) {
                throw new KontorException(CustomerError.SUSPICION_NOT_FOUND);
            }
            audit.record("customer.suspicion-reopened", new Ref("suspected-duplicate", id), Map.of(), Map.of());
        });
    }
}
