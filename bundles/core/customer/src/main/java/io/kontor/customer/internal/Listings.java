package io.kontor.customer.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.internal.search.SearchStore;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what follows from the facts (line, tags, search keys) in step with them, in the same transaction. */
@Component(service = Listings.class)
public final class Listings {

    private final ListingStore listings;
    private final SearchStore keys;

    @Activate
    public Listings(@Reference ListingStore listings, @Reference SearchStore keys) {
        this.listings = listings;
        this.keys = keys;
    }

    /** Writes the line and the keys of somebody new. */
    void add(MergedView view) {
        listings.insert(CustomerListing.of(view, Optional.empty()));
        keys.insert(view.customer());
    }

    /** Writes them anew after the facts or the set of ids changed. */
    void renew(MergedView view) {
        List<CustomerId> ids = view.ids();
        listings.delete(ids);
        keys.delete(ids);
        listings.insert(CustomerListing.of(view, listings.lastActivity(ids)));
        keys.insert(view.customer());
    }

    void lifecycle(CustomerId root, Lifecycle lifecycle) {
        listings.lifecycle(root, lifecycle);
    }
}
