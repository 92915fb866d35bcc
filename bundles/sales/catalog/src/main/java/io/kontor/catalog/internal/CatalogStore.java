package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables of the catalogue. */
interface CatalogStore {
    /** The listing, locked until the transaction ends. */
    Optional<Listing> lockListing(ExternalId externalId);

    Optional<ProductId> listed(ExternalId externalId);

    /** @return false if another transaction stored the external id first */
    boolean insertListing(Listing listing);

    void updateListing(Listing listing);

    List<Listing> listings(Collection<ProductId> products);

    /** Lets all listings of a product stand for another. */
    void moveListings(ProductId from, ProductId to);

    Optional<Product> lock(ProductId id);

    Optional<Product> find(ProductId id);

    void insert(Product product);

    void update(Product product);

    /** Products that other accounts list under an article number, oldest first. */
    List<ProductId> listedElsewhere(String sku, SourceAccountId account);

    /** Notes a proposal; one that is known, decided or not, stays. */
    void propose(LinkProposal proposal);

    /** @return whether there was such a proposal without a decision */
    boolean decide(ProductId product, ProductId other, LinkProposal.Decision decision);

    /** Proposals about a product that nobody decided. */
    List<LinkProposal> proposals(ProductId product);

    /** By name. */
    Page<Product> page(CatalogFilter filter, PageRequest request);
}
