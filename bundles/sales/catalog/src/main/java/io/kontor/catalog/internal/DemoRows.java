package io.kontor.catalog.internal;

import io.kontor.catalog.CatalogEvent;
import io.kontor.catalog.internal.DemoListingStore.Found;
import io.kontor.catalog.internal.DemoListingStore.Unlisted;
import io.kontor.customer.DemoData;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The listings of a demo, and the products that only it listed. */
@Component
public final class DemoRows implements DemoData {
    private static final int PORTION = 50;

    private final DemoListingStore store;
    private final Events events;

    @Activate
    public DemoRows(@Reference DemoListingStore store, @Reference Events events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String module() {
        return "catalog";
    }

    @Override
    public int removeSome(SourceAccountId account) {
        List<Found> found = store.some(account, PORTION);
        if (found.isEmpty()) {
            return 0;
        }
        store.deleteListings(found.stream().map(Found::listing).toList());
        List<Unlisted> gone = store.unlisted(found.stream().map(Found::product).collect(Collectors.toSet()));
        if (!gone.isEmpty()) {
            store.deleteProducts(gone.stream().map(Unlisted::product).toList());
        }
        gone.forEach(product -> events.publish(new CatalogEvent.Removed(product.product(), product.version())));
        return found.size();
    }
}
