package io.kontor.access.internal.user;

import io.kontor.access.PublicOperation;
import io.kontor.access.internal.session.Attempts;
import io.kontor.access.internal.session.SessionCookie;
import io.kontor.access.internal.session.SessionService;
import io.kontor.kernel.UserId;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accepting an invitation. */
@RestResource
@Component(service = InvitationResource.class)
@Path("/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvitationResource {

    /** Who comes in by which link. */
    public record AcceptJson(String token, String name, String password) {
        @Override
        public String toString() {
            return "AcceptJson";
        }
    }

    private final Invitations invitations;
    private final SessionService sessions;
    private final Attempts attempts;

    @Activate
    public InvitationResource(
            @Reference Invitations invitations, @Reference SessionService sessions, @Reference Attempts attempts) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    /** Sets name and password, and logs in. */
    @POST
    @Path("/accept")
    @PublicOperation
    @AnswersWith(status = 204, headers = HttpHeaders.SET_COOKIE)
    public Response accept(@Context HttpServletRequest http, AcceptJson body) {
        ClientRequest request = ClientRequest.of(http);
        attempts.take(request.address());
        UserId user = invitations.accept(body.token(), body.name(), body.password());
        attempts.giveBack(request.address());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(sessions.open(user), request))
                .build();
    }
}
