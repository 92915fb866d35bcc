package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct.Nature;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UnitPrice;
import io.kontor.seller.LegalEntityId;
import io.kontor.store.Row;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import io.kontor.store.Values;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue's tables in MariaDB. */
@Component(service = CatalogStore.class)
public final class SqlCatalogStore implements CatalogStore {
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Sql sql;

    @Activate
    public SqlCatalogStore(@Reference(target = "(unit=catalog)") Store store) {
        this.sql = store.sql();
    }

    @Override
    public Optional<Listing> lockListing(ExternalId externalId) {
        return sql.one(
                CatalogSql.LOCK_LISTING,
                SqlCatalogStore::listing,
                externalId.account(),
                externalId.type(),
                externalId.id());
    }

    @Override
    public Optional<ProductId> listed(ExternalId externalId) {
        return sql.one(
                CatalogSql.LISTED,
                row -> new ProductId(row.uuid("product_id")),
                externalId.account(),
                externalId.type(),
                externalId.id());
    }

    @Override
    public boolean insertListing(Listing listing) {
        try {
            sql.update(
                    CatalogSql.INSERT_LISTING,
                    listing.id(),
                    listing.externalId().account(),
                    listing.externalId().type(),
                    listing.externalId().id(),
                    listingValues(listing));
            return true;
        } catch (UniqueViolation taken) {
            return false;
        }
    }

    @Override
    public void updateListing(Listing listing) {
        sql.update(CatalogSql.UPDATE_LISTING, listingValues(listing), listing.id());
    }

    private static Values listingValues(Listing listing) {
        return Values.of(
                listing.product(),
                listing.name(),
                listing.sku(),
                listing.price().map(price -> price.currency().getCurrencyCode()),
                listing.price().map(UnitPrice::amount),
                listing.foreignState(),
                listing.stock(),
                listing.changedAt(),
                listing.delisted());
    }

    @Override
    public List<Listing> listings(Collection<ProductId> products) {
        return sql.list(CatalogSql.LISTINGS, SqlCatalogStore::listing, products);
    }

    @Override
    public void moveListings(ProductId from, ProductId to) {
        sql.update(CatalogSql.MOVE_LISTINGS, to, from);
    }

    @Override
    public Optional<Product> lock(ProductId id) {
        return sql.one(CatalogSql.LOCK, SqlCatalogStore::product, id);
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return sql.one(CatalogSql.FIND, SqlCatalogStore::product, id);
    }

    @Override
    public void insert(Product product) {
        sql.update(CatalogSql.INSERT, product.id(), product.legalEntity(), productValues(product));
    }

    @Override
    public void update(Product product) {
        sql.update(CatalogSql.UPDATE, productValues(product), product.id());
    }

    private static Values productValues(Product product) {
        return Values.of(
                product.parent(),
                product.name(),
                product.sku(),
                product.nature(),
                product.taxCategory(),
                product.edited(),
                product.linkedTo(),
                product.version());
    }

    @Override
    public List<ProductId> listedElsewhere(String sku, SourceAccountId account) {
        return sql.list(CatalogSql.LISTED_ELSEWHERE, row -> new ProductId(row.uuid("product_id")), sku, account);
    }

    @Override
    public void propose(LinkProposal proposal) {
        sql.update(CatalogSql.PROPOSE, proposal.product(), proposal.other(), proposal.sku(), proposal.proposedAt());
    }

    @Override
    public boolean decide(ProductId product, ProductId other, LinkProposal.Decision decision) {
        return sql.update(CatalogSql.DECIDE, decision, product, other) == 1;
    }

    @Override
    public List<LinkProposal> proposals(ProductId product) {
        return sql.list(
                CatalogSql.PROPOSALS,
                row -> new LinkProposal(
                        new ProductId(row.uuid("product_id")),
                        new ProductId(row.uuid("other_id")),
                        row.string("sku"),
                        row.instant("proposed_at")),
                product,
                product);
    }

    @Override
    public Page<Product> page(CatalogFilter filter, PageRequest request) {
        String prefix = filter.namePrefix().orElse("");
        String name = request.cursor().map(cursor -> cursor.text(0)).orElse(prefix);
        UUID id = request.cursor().map(cursor -> cursor.uuid(1)).orElse(FIRST_ID);
        List<Product> rows = sql.list(
                CatalogSql.PAGE,
                SqlCatalogStore::product,
                Sql.beginsWith(prefix),
                filter.sku(),
                filter.sku(),
                filter.nature(),
                filter.nature(),
                filter.parent(),
                filter.parent(),
                name,
                name,
                id,
                request.limit() + 1);
        return Page.of(
                rows,
                request.limit(),
                product -> Cursor.of(product.name(), product.id().value()));
    }

    private static Product product(Row row) {
        return new Product(
                new ProductId(row.uuid("id")),
                row.optionalUuid("parent_id").map(ProductId::new),
                row.string("name"),
                row.optionalString("sku"),
                row.enumeration("nature", Nature.class),
                row.enumeration("tax_category", Product.TaxCategory.class),
                new LegalEntityId(row.uuid("legal_entity_id")),
                row.bool("edited"),
                row.optionalUuid("linked_to").map(ProductId::new),
                row.number("version"));
    }

    private static Listing listing(Row row) {
        return new Listing(
                row.uuid("id"),
                new ProductId(row.uuid("product_id")),
                new ExternalId(
                        new SourceAccountId(row.uuid("account_id")),
                        row.string("external_type"),
                        row.string("external_id")),
                row.string("name"),
                row.optionalString("sku"),
                row.optionalDecimal("price")
                        .map(price -> new UnitPrice(price, Currency.getInstance(row.string("currency")))),
                row.string("foreign_state"),
                row.optionalDecimal("stock"),
                row.instant("changed_at"),
                row.bool("delisted"));
    }
}
