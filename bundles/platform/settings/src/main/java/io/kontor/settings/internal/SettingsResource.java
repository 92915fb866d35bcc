package io.kontor.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.access.AccessError;
import io.kontor.access.RequiresPermission;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of the modules that are here, over HTTP. */
@RestResource
@Component(service = SettingsResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {

    private final SettingsService settings;

    @Activate
    public SettingsResource(@Reference SettingsService settings) {
        this.settings = settings;
    }

    /** What every module lets people set, what it is now, and how it is entered. */
    @GET
    @RequiresPermission(SettingsModule.READ)
    public SectionJson.AllJson all(@Context HttpServletRequest http) {
        Caller caller = Caller.of(ClientRequest.of(http));
        return new SectionJson.AllJson(settings.all().stream()
                .map(section -> SectionJson.of(section, caller::may))
                .toList());
    }

    @GET
    @Path("/{module}")
    @RequiresPermission(SettingsModule.READ)
    public Versioned<SectionJson> get(@Context HttpServletRequest http, @PathParam("module") String module) {
        return answer(settings.of(module), Caller.of(ClientRequest.of(http)));
    }

    /** Sets what the patch names; null takes a value back to its default. A secret is only ever written. */
    @PATCH
    @Path("/{module}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RequiresPermission(SettingsModule.WRITE)
    public Versioned<SectionJson> change(
            @Context HttpServletRequest http,
            @PathParam("module") String module,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Map<String, JsonNode> patch) {
        Caller caller = Caller.of(ClientRequest.of(http));
        permit(settings.of(module), caller);
        Map<String, JsonNode> given = Optional.ofNullable(patch)
                .orElseThrow(() ->
                        new KontorException(KernelError.INVALID, Map.of("field", "body", "reason", Reason.missing())));
        return answer(settings.change(module, given, Versions.expected(ifMatch)), caller);
    }

    private static void permit(SettingsService.Section section, Caller caller) {
        if (!SectionJson.mayChange(section, caller::may)) {
            throw new KontorException(
                    AccessError.DENIED,
                    Map.of("permission", section.module().settingsPermission().orElse(SettingsModule.WRITE)));
        }
    }

    private static Versioned<SectionJson> answer(SettingsService.Section section, Caller caller) {
        return new Versioned<>(SectionJson.of(section, caller::may), section.version());
    }
}
