package io.kontor.pipeline.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.kernel.ActorContext;
import io.kontor.rest.RestResource;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to be done with deals today, over HTTP. */
@RestResource
@Component(service = AgendaResource.class)
@Path("/agenda")
@Produces(MediaType.APPLICATION_JSON)
public final class AgendaResource {
    private static final int STEPS = 8;
    private static final int NEGLECTED = 3;

    private final AgendaReading reading;
    private final ActorContext actors;

    @Activate
    public AgendaResource(@Reference AgendaReading reading, @Reference ActorContext actors) {
        this.reading = reading;
        this.actors = actors;
    }

    /** Deals whose next step is due or overdue; with {@code mine}, only those that the caller owns. */
    @GET
    @Path("/steps")
    @RequiresPermission(PipelineModule.READ)
    public AgendaJson.StepsJson steps(@QueryParam("mine") @DefaultValue("false") boolean mine) {
        return AgendaJson.StepsJson.of(reading.steps(mine ? actors.current().user() : Optional.empty(), STEPS));
    }

    /** Deals that stand for too long without a next step. */
    @GET
    @Path("/neglected")
    @RequiresPermission(PipelineModule.READ)
    public AgendaJson.NeglectedJson neglected() {
        return AgendaJson.NeglectedJson.of(reading.neglected(NEGLECTED));
    }
}
