package io.kontor.catalog.internal;

import io.kontor.access.RowRules;
import io.kontor.catalog.Catalog;
import io.kontor.catalog.CatalogError;
import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of the catalogue. Products have no owner: a row rule shows them all or, to whoever sees only own records, none. */
@Component(service = {Catalog.class, CatalogService.class})
public final class CatalogService implements Catalog {
    private final Transactions transactions;
    private final CatalogStore store;
    private final ListingIntake intake;
    private final CatalogNews news;
    private final RowRules rules;

    /** A product with the shops that list it. */
    record Listed(Product product, List<Listing> listings) {}

    /** Everything about one product. */
    record Detail(Product product, List<Listing> listings, List<LinkProposal> proposals) {}

    @Activate
    public CatalogService(
            @Reference Transactions transactions,
            @Reference CatalogStore store,
            @Reference ListingIntake intake,
            @Reference CatalogNews news,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.store = store;
        this.intake = intake;
        this.news = news;
        this.rules = rules;
    }

    @Override
    public ProductId receive(ReceivedProduct product) {
        return transactions.call(() -> intake.take(product));
    }

    @Override
    public boolean ambiguous(ReceivedProduct product) {
        return transactions.call(() -> intake.ambiguous(product));
    }

    @Override
    public void delisted(ExternalId externalId) {
        transactions.run(() -> intake.delist(externalId));
    }

    @Override
    public Optional<ProductId> listed(ExternalId externalId) {
        return store.listed(externalId);
    }

    Page<Listed> page(CatalogFilter filter, PageRequest request) {
        if (!visible()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return transactions.read(() -> {
            Page<Product> page = store.page(filter, request);
            Set<ProductId> ids = page.items().stream().map(Product::id).collect(Collectors.toSet());
            Map<ProductId, List<Listing>> listings =
                    store.listings(ids).stream().collect(Collectors.groupingBy(Listing::product));
            return page.map(product -> new Listed(product, listings.getOrDefault(product.id(), List.of())));
        });
    }

    Detail detail(ProductId id) {
        return transactions.read(() -> {
            Product product = store.find(id).filter(found -> visible()).orElseThrow(CatalogService::notFound);
            return new Detail(product, store.listings(Set.of(id)), store.proposals(id));
        });
    }

    /** Changes what people enter; from then on listings no longer name the product. */
    void edit(ProductId id, UnaryOperator<Product.Facts> edit, long expectedVersion) {
        transactions.run(() -> {
            Product before = locked(id, expectedVersion);
            Product after = before.edited(checked(edit.apply(before.facts())));
            store.update(after);
            news.changed(before, after);
        });
    }

    /** A person says whether two products of equal article number are one; the older one then has all listings. */
    void decide(ProductId product, ProductId other, LinkProposal.Decision decision) {
        transactions.run(() -> {
            if (!visible() || !store.decide(product, other, decision)) {
                throw new KontorException(CatalogError.PROPOSAL_NOT_FOUND);
            }
            if (decision == LinkProposal.Decision.CONFIRMED) {
                join(product, other);
            }
        });
    }

    private void join(ProductId survivor, ProductId other) {
        Product before = store.lock(survivor).orElseThrow(CatalogService::notFound);
        Product joined = store.lock(other).orElseThrow(CatalogService::notFound);
        store.moveListings(other, survivor);
        store.update(joined.joinedTo(survivor));
        store.update(before.touched());
        news.changed(joined, joined.joinedTo(survivor));
        news.changed(before, before.touched());
    }

    private Product locked(ProductId id, long expectedVersion) {
        Product product = store.lock(id).filter(found -> visible()).orElseThrow(CatalogService::notFound);
        if (product.version() != expectedVersion) {
            throw new KontorException(KernelError.STALE, Map.of("current", product.version()));
        }
        return product;
    }

    private static Product.Facts checked(Product.Facts facts) {
        String name = facts.name().strip();
        if (name.isEmpty() || name.length() > ProductShape.NAME) {
            throw ProductShape.invalid("name", "must have 1 to " + ProductShape.NAME + " characters");
        }
        if (facts.sku()
                .filter(sku -> sku.isBlank() || sku.length() > ProductShape.IDENTIFIER)
                .isPresent()) {
            throw ProductShape.invalid("sku", "must have 1 to " + ProductShape.IDENTIFIER + " characters");
        }
        return new Product.Facts(name, facts.sku(), facts.nature(), facts.taxCategory());
    }

    private boolean visible() {
        return rules.reading("product").allows(Optional.empty());
    }

    private static KontorException notFound() {
        return new KontorException(CatalogError.PRODUCT_NOT_FOUND);
    }
}
