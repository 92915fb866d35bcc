package io.kontor.customer.internal;

import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.internal.search.SearchStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what follows from the facts (line, document, tags, search keys) in step with them, in the same transaction. */
@Component(service = Listings.class)
public final class Listings {

    private final ListingStore listings;
    private final SearchStore keys;
    private final CustomerDocument document = new CustomerDocument();

    @Activate
    public Listings(@Reference ListingStore listings, @Reference SearchStore keys) {
        this.listings = listings;
        this.keys = keys;
    }

    /** Writes the line and the keys of somebody new. */
    void add(MergedView view) {
        insert(view, Optional.empty());
    }

    /** Writes them anew after the facts or the set of ids changed. */
    void renew(MergedView view) {
        List<CustomerId> ids = view.ids();
        listings.delete(ids);
        keys.delete(ids);
        insert(view, listings.lastActivity(ids));
    }

    /** Writes the line anew after a purchase, which changes no name, no contact point and no tag. */
    void bought(MergedView view) {
        Customer customer = view.customer();
        listings.update(customer.id(), customer.profile().lifecycle(), document.text(customer));
    }

    /** The customer with this id, unless the id was merged away or its line has no document. */
    Optional<Customer> find(CustomerId id) {
        return listings.document(id).flatMap(document::customer);
    }

    private void insert(MergedView view, Optional<Instant> lastActivity) {
        listings.insert(CustomerListing.of(view, lastActivity), document.text(view.customer()));
        keys.insert(view.customer());
    }
}
