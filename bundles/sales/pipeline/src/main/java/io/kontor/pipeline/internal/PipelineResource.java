package io.kontor.pipeline.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.rest.MergePatch;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines and their boards over HTTP. */
@RestResource
@Component(service = PipelineResource.class)
@Path("/pipelines")
@Produces(MediaType.APPLICATION_JSON)
public final class PipelineResource {
    /** What can be changed of a pipeline. */
    public record PipelinePatchJson(String name) {}

    private final BoardReading reading;
    private final PipelineService pipelines;

    @Activate
    public PipelineResource(@Reference BoardReading reading, @Reference PipelineService pipelines) {
        this.reading = reading;
        this.pipelines = pipelines;
    }

    @GET
    @RequiresPermission(PipelineModule.READ)
    public List<PipelineJson> list() {
        return reading.pipelines().stream().map(PipelineJson::of).toList();
    }

    /** Calls it differently. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RequiresPermission(PipelineModule.MANAGE)
    public Versioned<PipelineJson> rename(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(PipelinePatchJson.class) @Nullable MergePatch patch) {
        MergePatch given = DealRequests.given(patch);
        given.only(PipelinePatchJson.class);
        String name =
                given.text("name", Optional.empty()).orElseThrow(() -> DealDesk.invalid("name", Reason.missing()));
        Pipeline renamed = pipelines.rename(new PipelineId(id), name, Versions.expected(ifMatch));
        return new Versioned<>(PipelineJson.of(renamed), renamed.version());
    }

    /** The columns of a pipeline with the first deals of each. */
    @GET
    @Path("/{id}/board")
    @RequiresPermission(PipelineModule.READ)
    public BoardJson board(@PathParam("id") UUID id, @QueryParam("owner") @Nullable UUID owner) {
        return BoardJson.of(
                reading.board(new PipelineId(id), Optional.ofNullable(owner).map(UserId::new)));
    }

    /** More deals of one column. */
    @GET
    @Path("/{id}/stages/{stage}/deals")
    @RequiresPermission(PipelineModule.READ)
    public PageJson<DealJson> column(
            @PathParam("id") UUID id,
            @PathParam("stage") UUID stage,
            @QueryParam("owner") @Nullable UUID owner,
            @BeanParam PageQuery page) {
        return DealJson.page(reading.column(
                new PipelineId(id),
                new StageId(stage),
                Optional.ofNullable(owner).map(UserId::new),
                page.request()));
    }
}
