package io.kontor.customer.internal.timeline;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Timeline;
import io.kontor.customer.TimelineEntry;
import io.kontor.customer.internal.CustomerQueries;
import io.kontor.customer.internal.CustomerReader;
import io.kontor.customer.internal.ListingStore;
import io.kontor.customer.internal.timeline.TimelineStore.StoredEntry;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what happened, and when something last did. */
@Component(service = {Timeline.class, TimelineService.class})
public final class TimelineService implements Timeline {

    private final Transactions transactions;
    private final TimelineStore store;
    private final ListingStore listings;
    private final CustomerReader customers;
    private final CustomerQueries queries;

    @Activate
    public TimelineService(
            @Reference Transactions transactions,
            @Reference TimelineStore store,
            @Reference ListingStore listings,
            @Reference CustomerReader customers,
            @Reference CustomerQueries queries) {
        this.transactions = transactions;
        this.store = store;
        this.listings = listings;
        this.customers = customers;
        this.queries = queries;
    }

    /** What happened under all ids of a customer that the current actor may see; latest first. */
    Page<StoredEntry> page(CustomerId id, PageRequest page) {
        return transactions.read(() -> store.page(queries.visibleIds(id), page));
    }

    @Override
    public boolean append(TimelineEntry entry) {
        return transactions.call(() -> {
            boolean added = store.insert(entry);
            if (added) {
                whom(entry).forEach(id -> touch(id, entry.at()));
            }
            return added;
        });
    }

    private static List<CustomerId> whom(TimelineEntry entry) {
        return Stream.concat(Stream.of(entry.customer()), entry.contact().stream())
                .distinct()
                .toList();
    }

    /** A merged id has no line of its own; asking for it only then keeps the usual case to one statement. */
    private void touch(CustomerId id, Instant at) {
        if (!listings.touch(id, at)) {
            listings.touch(customers.root(id), at);
        }
    }

    @Override
    public void revise(TimelineEntry entry) {
        transactions.run(() -> {
            Optional<TimelineEntry> former = store.find(entry.source(), entry.reference());
            if (former.isEmpty()) {
                append(entry);
            } else if (!former.get().equals(entry)) {
                store.update(entry);
                whom(former.get()).forEach(this::recount);
                whom(entry).forEach(this::recount);
            }
        });
    }

    @Override
    public void remove(String source, Ref reference) {
        transactions.run(() -> store.find(source, reference).ifPresent(entry -> {
            store.delete(source, reference);
            whom(entry).forEach(this::recount);
        }));
    }

    private void recount(CustomerId id) {
        List<CustomerId> ids = customers.members(id);
        listings.lastActivity(ids.get(0), listings.lastActivity(ids));
    }
}
