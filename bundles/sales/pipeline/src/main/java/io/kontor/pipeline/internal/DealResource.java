package io.kontor.pipeline.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.access.Users;
import io.kontor.kernel.ActorContext;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealId;
import io.kontor.rest.Created;
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

/** Deals over HTTP. */
@RestResource
@Component(service = DealResource.class)
@Path("/deals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DealResource {
    private final DealService deals;
    private final DealReading reading;
    private final ActorContext actors;
    private final Users users;

    @Activate
    public DealResource(
            @Reference DealService deals,
            @Reference DealReading reading,
            @Reference ActorContext actors,
            @Reference Users users) {
        this.deals = deals;
        this.reading = reading;
        this.actors = actors;
        this.users = users;
    }

    /** Newest first. */
    @GET
    @RequiresPermission(PipelineModule.READ)
    public PageJson<DealJson> list(@BeanParam DealQuery query, @BeanParam PageQuery page) {
        return DealJson.page(reading.page(query.filter(reading::sameAs), page.request()));
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(PipelineModule.READ)
    public Versioned<DealDetailJson> get(@PathParam("id") UUID id) {
        return detail(new DealId(id));
    }

    @POST
    @RequiresPermission(PipelineModule.WRITE)
    public Created<DealDetailJson> open(DealRequests.@Nullable OpenJson body) {
        Deal deal =
                deals.open(DealRequests.given(body).deal(actors.current().user().orElseGet(users::proprietor)));
        DealReading.Detail detail = reading.detail(deal.id());
        return Created.at("/api/pipeline/deals/" + deal.id().value(), DealDetailJson.of(detail), deal.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RequiresPermission(PipelineModule.WRITE)
    public Versioned<DealDetailJson> edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(DealRequests.DealPatchJson.class) @Nullable MergePatch patch) {
        long expected = Versions.expected(ifMatch);
        Deal deal = deals.edit(
                new DealId(id), DealRequests.edit(DealRequests.given(patch)), DealRequests.dismisses(patch), expected);
        return detail(deal.id());
    }

    @POST
    @Path("/{id}/move")
    @RequiresPermission(PipelineModule.WRITE)
    public Versioned<DealDetailJson> move(@PathParam("id") UUID id, DealRequests.@Nullable MoveJson body) {
        return detail(deals.move(new DealId(id), DealRequests.given(body).target(), body.place(), body.seen())
                .id());
    }

    @POST
    @Path("/{id}/win")
    @RequiresPermission(PipelineModule.WRITE)
    public Versioned<DealDetailJson> win(@PathParam("id") UUID id, DealRequests.@Nullable SeenJson body) {
        return detail(deals.win(new DealId(id), DealRequests.given(body).seen()).id());
    }

    @POST
    @Path("/{id}/lose")
    @RequiresPermission(PipelineModule.WRITE)
    public Versioned<DealDetailJson> lose(@PathParam("id") UUID id, DealRequests.@Nullable LoseJson body) {
        return detail(deals.lose(new DealId(id), DealRequests.given(body).words(), body.seen())
                .id());
    }

    @POST
    @Path("/{id}/reopen")
    @RequiresPermission(PipelineModule.WRITE)
    public Versioned<DealDetailJson> reopen(@PathParam("id") UUID id, DealRequests.@Nullable SeenJson body) {
        return detail(
                deals.reopen(new DealId(id), DealRequests.given(body).seen()).id());
    }

    private Versioned<DealDetailJson> detail(DealId id) {
        DealReading.Detail detail = reading.detail(id);
        return new Versioned<>(DealDetailJson.of(detail), detail.kept().deal().version());
    }
}
