package io.kontor.access.internal.preference;

import io.kontor.access.LoggedIn;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.kernel.UserId;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own preferences over HTTP. */
@RestResource
@Component(service = PreferenceResource.class)
@Path("/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PreferenceResource {

    /** All of one's preferences, by name. */
    public record PreferencesJson(Map<String, String> values) {}

    /** What one of them becomes. */
    public record PreferenceJson(@Nullable String value) {}

    private final PreferenceService preferences;

    @Activate
    public PreferenceResource(@Reference PreferenceService preferences) {
        this.preferences = preferences;
    }

    @GET
    @LoggedIn
    public PreferencesJson read(@Context HttpServletRequest http) {
        return new PreferencesJson(preferences.of(user(http)));
    }

    @PUT
    @Path("/{name}")
    @LoggedIn
    public void put(@Context HttpServletRequest http, @PathParam("name") String name, @Nullable PreferenceJson body) {
        String value = body == null || body.value() == null ? "" : body.value();
        preferences.put(user(http), name, value);
    }

    @DELETE
    @Path("/{name}")
    @LoggedIn
    public void remove(@Context HttpServletRequest http, @PathParam("name") String name) {
        preferences.remove(user(http), name);
    }

    private static UserId user(HttpServletRequest http) {
        return KnownCaller.of(ClientRequest.of(http)).user();
    }
}
