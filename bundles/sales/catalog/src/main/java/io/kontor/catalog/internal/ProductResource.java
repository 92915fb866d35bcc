package io.kontor.catalog.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.catalog.ProductId;
import io.kontor.rest.MergePatch;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products over HTTP. */
@RestResource
@Component(service = ProductResource.class)
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProductResource {
    private final CatalogService catalog;

    @Activate
    public ProductResource(@Reference CatalogService catalog) {
        this.catalog = catalog;
    }

    /** By name. */
    @GET
    @RequiresPermission(CatalogModule.READ)
    public PageJson<ProductJson> list(@BeanParam ProductQuery query, @BeanParam PageQuery page) {
        return PageJson.of(
                catalog.page(query.filter(), page.request()),
                listed -> ProductJson.of(listed.product(), listed.listings()));
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(CatalogModule.READ)
    public Versioned<ProductDetailJson> get(@PathParam("id") UUID id) {
        return detail(new ProductId(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RequiresPermission(CatalogModule.WRITE)
    public Versioned<ProductDetailJson> edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(ProductRequests.ProductPatchJson.class) @Nullable MergePatch patch) {
        ProductId product = new ProductId(id);
        long expected = Versions.expected(ifMatch);
        catalog.edit(product, ProductRequests.edit(ProductRequests.given(patch)), expected);
        return detail(product);
    }

    /** Answers a proposal to link {@code other} to the product. */
    @POST
    @Path("/{id}/links/{other}")
    @RequiresPermission(CatalogModule.WRITE)
    public Versioned<ProductDetailJson> decide(
            @PathParam("id") UUID id, @PathParam("other") UUID other, ProductRequests.@Nullable DecisionJson body) {
        ProductId product = new ProductId(id);
        catalog.decide(
                product, new ProductId(other), ProductRequests.given(body).needed());
        return detail(product);
    }

    private Versioned<ProductDetailJson> detail(ProductId id) {
        CatalogService.Detail detail = catalog.detail(id);
        return new Versioned<>(ProductDetailJson.of(detail), detail.product().version());
    }
}
