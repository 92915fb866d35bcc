package io.kontor.modules.internal.web;

import io.kontor.access.RequiresPermission;
import io.kontor.modules.internal.ModulesModule;
import io.kontor.modules.internal.engine.InstallationOwner;
import io.kontor.modules.internal.engine.ModuleService;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.web.PlanJson.PlanRequestJson;
import io.kontor.rest.RestResource;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would happen, over HTTP. */
@RestResource
@Component(service = PlanResource.class)
@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanResource {

    private final ModuleService modules;
    private final InstallationOwner owner;

    @Activate
    public PlanResource(@Reference ModuleService modules, @Reference InstallationOwner owner) {
        this.modules = modules;
        this.owner = owner;
    }

    /** Plans an action and changes nothing. */
    @POST
    @RequiresPermission(ModulesModule.WRITE)
    public PlanJson plan(PlanRequestJson wanted) {
        owner.require();
        return PlanJson.of(modules.plan(Action.of(wanted.action()), wanted.module(), wanted.artefact()));
    }
}
