package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.IdGenerator;
import io.kontor.seller.LegalEntities;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes in what shops say about their products. A product follows its listing while that is the only one and nobody
 * edited the product; two shops never overwrite each other's.
 */
@Component(service = ListingIntake.class)
public final class ListingIntake {
    private final CatalogStore store;
    private final CatalogNews news;
    private final LegalEntities legalEntities;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public ListingIntake(
            @Reference CatalogStore store,
            @Reference CatalogNews news,
            @Reference LegalEntities legalEntities,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.store = store;
        this.news = news;
        this.legalEntities = legalEntities;
        this.ids = ids;
        this.clock = clock;
    }

    ProductId take(ReceivedProduct received) {
        ReceivedProduct shaped = ProductShape.of(received);
        return store.lockListing(shaped.externalId())
                .map(known -> change(known, shaped))
                .orElseGet(() -> list(shaped));
    }

    boolean ambiguous(ReceivedProduct received) {
        ReceivedProduct shaped = ProductShape.of(received);
        return store.lockListing(shaped.externalId())
                .filter(known -> !known.delisted() && known.changedAt().equals(shaped.changedAt()))
                .filter(known ->
                        !Listing.of(known.id(), known.product(), shaped).equals(known))
                .isPresent();
    }

    private ProductId list(ReceivedProduct received) {
        ProductId id = new ProductId(ids.next());
        if (!store.insertListing(Listing.of(ids.next(), id, received))) {
            return change(store.lockListing(received.externalId()).orElseThrow(), received);
        }
        Product product = new Product(
                id,
                parent(received),
                received.name(),
                received.sku(),
                received.nature(),
                Product.TaxCategory.STANDARD,
                legalEntities.standard().id(),
                false,
                Optional.empty(),
                1);
        store.insert(product);
        news.added(product);
        propose(product, received);
        return id;
    }

    private ProductId change(Listing known, ReceivedProduct received) {
        Listing after = Listing.of(known.id(), known.product(), received);
        if (received.changedAt().isBefore(known.changedAt()) || after.equals(known)) {
            return known.product();
        }
        store.updateListing(after);
        Product before = store.lock(known.product()).orElseThrow();
        Product product = followed(before, received);
        store.update(product);
        news.changed(before, product, known, after);
        if (!received.sku().equals(known.sku())) {
            propose(product, received);
        }
        return product.id();
    }

    private Product followed(Product before, ReceivedProduct received) {
        boolean alone = store.listings(Set.of(before.id())).size() == 1;
        Product product = alone && !before.edited()
                ? before.following(received.name(), received.sku(), received.nature())
                : before.touched();
        Optional<ProductId> parent = product.parent().isEmpty() ? parent(received) : Optional.empty();
        return parent.map(found -> new Product(
                        product.id(),
                        Optional.of(found),
                        product.name(),
                        product.sku(),
                        product.nature(),
                        product.taxCategory(),
                        product.legalEntity(),
                        product.edited(),
                        product.linkedTo(),
                        product.version()))
                .orElse(product);
    }

    private Optional<ProductId> parent(ReceivedProduct received) {
        return received.parent().flatMap(store::listed);
    }

    private void propose(Product product, ReceivedProduct received) {
        received.sku().ifPresent(sku -> {
            List<ProductId> others =
                    store.listedElsewhere(sku, received.externalId().account());
            others.stream()
                    .filter(other -> !other.equals(product.id()))
                    .forEach(other -> store.propose(new LinkProposal(other, product.id(), sku, clock.instant())));
        });
    }

    void delist(ExternalId externalId) {
        store.lockListing(externalId).filter(listing -> !listing.delisted()).ifPresent(listing -> {
            store.updateListing(listing.gone());
            Product before = store.lock(listing.product()).orElseThrow();
            store.update(before.touched());
            news.changed(before, before.touched(), listing, listing.gone());
        });
    }
}
