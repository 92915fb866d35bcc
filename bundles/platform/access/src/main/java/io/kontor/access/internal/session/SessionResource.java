package io.kontor.access.internal.session;

import io.kontor.access.LoggedIn;
import io.kontor.access.PublicOperation;
import io.kontor.access.internal.gate.Callers;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.access.internal.setup.Workspace;
import io.kontor.access.internal.user.Account;
import io.kontor.access.internal.user.AccountStore;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import io.kontor.settings.Settings;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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

/** Logging in and out, and who is logged in. */
@RestResource
@Component(service = SessionResource.class)
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    /** The body of a log-in. */
    public record LogInJson(String email, String password) {
        @Override
        public String toString() {
            return "LogInJson";
        }
    }

    private final SessionService sessions;
    private final Callers callers;
    private final AccountStore accounts;
    private final Settings settings;
    private final WorkspaceContext workspaces;

    @Activate
    public SessionResource(
            @Reference SessionService sessions,
            @Reference Callers callers,
            @Reference AccountStore accounts,
            @Reference Settings settings,
            @Reference WorkspaceContext workspaces) {
        this.sessions = sessions;
        this.callers = callers;
        this.accounts = accounts;
        this.settings = settings;
        this.workspaces = workspaces;
    }

    /** Who is logged in, what that person may do, and what changes must carry. */
    @GET
    @LoggedIn
    public SessionJson read(@Context HttpServletRequest http) {
        return json(KnownCaller.of(ClientRequest.of(http)));
    }

    /** Logs in: the session's token goes into a cookie. */
    @POST
    @PublicOperation
    @AnswersWith(status = 200, body = SessionJson.class, headers = HttpHeaders.SET_COOKIE)
    public Response logIn(@Context HttpServletRequest http, LogInJson body) {
        ClientRequest request = ClientRequest.of(http);
        String token = sessions.logIn(body.email(), body.password(), request.address());
        return Response.ok(json(callers.bySession(token).orElseThrow()))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request))
                .build();
    }

    /** Ends the session; a token of the interface stays. */
    @DELETE
    @LoggedIn
    @AnswersWith(status = 204, headers = HttpHeaders.SET_COOKIE)
    public Response logOut(@Context HttpServletRequest http) {
        ClientRequest request = ClientRequest.of(http);
        KnownCaller caller = KnownCaller.of(request);
        if (caller.csrf().isPresent()) {
            sessions.logOut(caller);
        }
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request))
                .build();
    }

    private SessionJson json(KnownCaller caller) {
        Account account = accounts.find(caller.user()).orElseThrow();
        String workspace = workspaces.current().value();
        String name = settings.get("access", Workspace.class).name();
        return new SessionJson(
                new SessionJson.UserJson(
                        account.id().value(),
                        account.name(),
                        account.email(),
                        account.role().name()),
                caller.permissions().stream().sorted().toList(),
                new SessionJson.WorkspaceJson(workspace, name.isEmpty() ? workspace : name),
                account.locale().toLanguageTag(),
                caller.csrf());
    }
}
