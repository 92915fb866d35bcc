package io.kontor.demo.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sample data over HTTP. */
@RestResource
@Component(service = DemoResource.class)
@Path("/data")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoResource {

    private final DemoService demo;

    @Activate
    public DemoResource(@Reference DemoService demo) {
        this.demo = demo;
    }

    /** Whether there is sample data, and how far its removal has come. */
    @GET
    @RequiresPermission(DemoModule.REMOVE)
    public DemoJson read() {
        return DemoJson.of(demo.standing());
    }

    /** Begins to remove all of it; asked again, it says how far that is. */
    @POST
    @Path("/removal")
    @RequiresPermission(DemoModule.REMOVE)
    public DemoJson remove() {
        return DemoJson.of(demo.remove());
    }
}
