package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct.Nature;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The filters of the product list as query parameters. */
public final class ProductQuery {
    @QueryParam("q")
    private @Nullable String name;

    @QueryParam("sku")
    private @Nullable String sku;

    @QueryParam("nature")
    private @Nullable Nature nature;

    @QueryParam("parent")
    private @Nullable UUID parent;

    CatalogFilter filter() {
        return new CatalogFilter(
                Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(sku),
                Optional.ofNullable(nature),
                Optional.ofNullable(parent).map(ProductId::new));
    }
}
