package io.kontor.access.internal.user;

import io.kontor.access.PublicOperation;
import io.kontor.access.internal.session.Attempts;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new password for who forgot the former one. */
@RestResource
@Component(service = PasswordResource.class)
@Path("/password-reset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordResource {

    /** Who forgot. */
    public record ForgottenJson(String email) {}

    /** The new password, and the link's token. */
    public record NewPasswordJson(String token, String password) {
        @Override
        public String toString() {
            return "NewPasswordJson";
        }
    }

    private final Invitations links;
    private final Attempts attempts;
    private final WorkspaceContext workspaces;

    @Activate
    public PasswordResource(
            @Reference Invitations links, @Reference Attempts attempts, @Reference WorkspaceContext workspaces) {
        this.links = links;
        this.attempts = attempts;
        this.workspaces = workspaces;
    }

    /** Answers the same whether somebody has the e-mail or not. */
    @POST
    @PublicOperation
    public void ask(@Context HttpServletRequest http, ForgottenJson body) {
        attempts.take(
                ClientRequest.of(http).address(), "reset:" + workspaces.current() + ":" + Account.key(body.email()));
        links.askReset(body.email());
    }

    @PUT
    @PublicOperation
    public void reset(@Context HttpServletRequest http, NewPasswordJson body) {
        String address = ClientRequest.of(http).address();
        attempts.take(address);
        links.reset(body.token(), body.password());
        attempts.giveBack(address);
    }
}
