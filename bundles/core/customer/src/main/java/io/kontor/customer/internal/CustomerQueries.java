package io.kontor.customer.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.customer.internal.search.SearchStore;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people read: the row rule stands before everything. */
@Component(service = CustomerQueries.class)
public final class CustomerQueries {

    static final String TYPE = "customer";

    /** As many customers as a list's filter text can stand for; who types more finds the rest. */
    private static final int MOST_FOUND = 500;

    private final Transactions transactions;
    private final CustomerReader reader;
    private final ListingStore listings;
    private final SearchStore keys;
    private final RowRules rules;

    @Activate
    public CustomerQueries(
            @Reference Transactions transactions,
            @Reference CustomerReader reader,
            @Reference ListingStore listings,
            @Reference SearchStore keys,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.reader = reader;
        this.listings = listings;
        this.keys = keys;
        this.rules = rules;
    }

    Page<CustomerListing> page(ListingQuery query) {
        RowRule rule = rules.reading(TYPE);
        if (query.text().isEmpty()) {
            return listings.page(query, rule, Optional.empty());
        }
        return transactions.read(() -> {
            List<UUID> found = keys.find(query.text().get(), rule, MOST_FOUND);
            return found.isEmpty()
                    ? new Page<>(List.of(), Optional.empty())
                    : listings.page(query, rule, Optional.of(found));
        });
    }

    /**
     * The customer by any of its ids, if the current actor may see it.
     *
     * @throws KontorException {@link CustomerError#NOT_FOUND}, also for what the actor may not see
     */
    public Customer visible(CustomerId id) {
        RowRule rule = rules.reading(TYPE);
        return transactions
                .read(() -> reader.customer(id))
                .filter(customer -> rule.allows(Optional.of(customer.profile().owner())))
                .orElseThrow(() -> new KontorException(CustomerError.NOT_FOUND));
    }

    /** All ids of a customer that the current actor may see. */
    public List<CustomerId> visibleIds(CustomerId id) {
        Customer customer = visible(id);
        return Stream.concat(Stream.of(customer.id()), customer.profile().mergedFrom().stream())
                .toList();
    }

    /** What was merged into a customer that the current actor may see, the newest first. */
    List<MergedRecord> merged(CustomerId id) {
        CustomerId root = visible(id).id();
        return transactions.read(() -> reader.merged(root));
    }

    /** The rule for customers, for reads that have a query of their own. */
    public RowRule rule() {
        return rules.reading(TYPE);
    }
}
