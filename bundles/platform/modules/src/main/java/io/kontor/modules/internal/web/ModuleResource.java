package io.kontor.modules.internal.web;

import io.kontor.access.RequiresPermission;
import io.kontor.modules.internal.ModulesModule;
import io.kontor.modules.internal.engine.ModuleOverview;
import io.kontor.modules.internal.web.ModuleJson.ModulesJson;
import io.kontor.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The installed modules over HTTP. */
@RestResource
@Component(service = ModuleResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ModuleResource {

    private final ModuleOverview modules;

    @Activate
    public ModuleResource(@Reference ModuleOverview modules) {
        this.modules = modules;
    }

    @GET
    @RequiresPermission(ModulesModule.READ)
    public ModulesJson list() {
        return new ModulesJson(modules.all().stream().map(ModuleJson::of).toList());
    }
}
