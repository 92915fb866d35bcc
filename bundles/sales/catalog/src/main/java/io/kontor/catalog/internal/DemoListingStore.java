package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.customer.SourceAccountId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The listings of one account, and the products that nothing lists any more. */
@Component(service = DemoListingStore.class)
public final class DemoListingStore {
    private static final String SOME = """
            select id, product_id from catalog_listing where account_id = ? limit ? for update
            """;

    /** A product that a person named, that is listed elsewhere, or that another one was joined to, stays. */
    private static final String UNLISTED = """
            select p.id, p.version from catalog_product p
             where p.id in (?) and not p.edited
               and not exists (select 1 from catalog_listing l where l.product_id = p.id)
               and not exists (select 1 from catalog_product j where j.linked_to = p.id)
            """;

    private static final List<String> OF_PRODUCT = List.of(
            "delete from catalog_link_proposal where product_id in (?)",
            "delete from catalog_link_proposal where other_id in (?)",
            "delete from catalog_product where id in (?)");

    private final Sql sql;

    /** A listing and what it lists. */
    record Found(UUID listing, ProductId product) {}

    /** A product with its version. */
    record Unlisted(ProductId product, long version) {}

    @Activate
    public DemoListingStore(@Reference(target = "(unit=catalog)") Store store) {
        this.sql = store.sql();
    }

    List<Found> some(SourceAccountId account, int limit) {
        return sql.list(SOME, row -> new Found(row.uuid("id"), new ProductId(row.uuid("product_id"))), account, limit);
    }

    void deleteListings(Collection<UUID> ids) {
        sql.update("delete from catalog_listing where id in (?)", ids);
    }

    List<Unlisted> unlisted(Collection<ProductId> products) {
        return sql.list(UNLISTED, row -> new Unlisted(new ProductId(row.uuid("id")), row.number("version")), products);
    }

    void deleteProducts(Collection<ProductId> ids) {
        OF_PRODUCT.forEach(statement -> sql.update(statement, ids));
    }
}
