package io.kontor.connector.internal;

import io.kontor.access.PublicOperation;
import io.kontor.access.RequiresPermission;
import io.kontor.rest.RestResource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connecting by one button, over HTTP. */
@RestResource
@Component(service = AuthorisationResource.class)
@Path("/authorisations")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthorisationResource {

    private static final int LONGEST_MESSAGE = 16 * 1024;

    private final Authorisations authorisations;

    /** Which shop. */
    record Wanted(@Nullable String kind, @Nullable String url, Optional<String> label) {}

    /** The shop's page to go to. */
    record Started(String location) {}

    @Activate
    public AuthorisationResource(@Reference Authorisations authorisations) {
        this.authorisations = authorisations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(ConnectorModule.MANAGE)
    public Started start(Wanted wanted) {
        return new Started(authorisations
                .start(
                        NewAccountJson.required("kind", wanted.kind()),
                        NewAccountJson.required("url", wanted.url()),
                        wanted.label())
                .toString());
    }

    /** The shop's message with the keys; who may send it is decided by the state, which only the shop was told. */
    @POST
    @Path("/{state}")
    @Consumes(MediaType.WILDCARD)
    @PublicOperation
    public Map<String, Boolean> finish(@PathParam("state") String state, InputStream message) throws IOException {
        authorisations.finish(state, message.readNBytes(LONGEST_MESSAGE));
        return Map.of("connected", true);
    }
}
