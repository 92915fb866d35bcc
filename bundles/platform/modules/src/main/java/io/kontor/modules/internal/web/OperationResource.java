package io.kontor.modules.internal.web;

import io.kontor.access.RequiresPermission;
import io.kontor.modules.internal.ModulesModule;
import io.kontor.modules.internal.engine.InstallationOwner;
import io.kontor.modules.internal.engine.ModuleService;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.web.OperationJson.OperationRequestJson;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done to modules, over HTTP. */
@RestResource
@Component(service = OperationResource.class)
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OperationResource {

    private final ModuleService modules;
    private final InstallationOwner owner;

    @Activate
    public OperationResource(@Reference ModuleService modules, @Reference InstallationOwner owner) {
        this.modules = modules;
        this.owner = owner;
    }

    /** Newest first. */
    @GET
    @RequiresPermission(ModulesModule.READ)
    public PageJson<OperationJson> list(@BeanParam PageQuery page) {
        owner.require();
        return PageJson.of(modules.operations(page.request()), OperationJson::of);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(ModulesModule.READ)
    public OperationJson read(@PathParam("id") UUID id) {
        owner.require();
        return OperationJson.of(modules.operation(id));
    }

    /** Begins what was planned; how it goes on is told on the event stream. */
    @POST
    @RequiresPermission(ModulesModule.WRITE)
    @AnswersWith(status = 202, body = OperationJson.class)
    public Response begin(OperationRequestJson wanted) {
        owner.require();
        Operation begun = modules.operate(
                wanted.plan(),
                Action.of(wanted.action()),
                wanted.module(),
                wanted.artefact(),
                wanted.trust().orElse(false));
        return Response.status(Response.Status.ACCEPTED)
                .entity(OperationJson.of(begun))
                .build();
    }
}
