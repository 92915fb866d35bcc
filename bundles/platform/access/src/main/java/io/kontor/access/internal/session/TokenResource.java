package io.kontor.access.internal.session;

import io.kontor.access.RequiresPermission;
import io.kontor.access.internal.AccessModule;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import io.kontor.rest.SecretAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own API tokens. */
@RestResource
@Component(service = TokenResource.class)
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenResource {

    /** What a new token is for. */
    public record NewTokenJson(String name, Set<String> scopes, Optional<Instant> endsAt) {}

    /** A token; the text of the token itself only in the answer that makes it. */
    public record TokenJson(
            UUID id,
            String name,
            List<String> scopes,
            Instant madeAt,
            Optional<Instant> endsAt,
            Optional<Instant> lastSeen,
            Optional<String> token) {}

    private final TokenService tokens;

    @Activate
    public TokenResource(@Reference TokenService tokens) {
        this.tokens = tokens;
    }

    @GET
    @RequiresPermission(AccessModule.TOKENS)
    public List<TokenJson> list(@Context HttpServletRequest http) {
        return tokens.of(caller(http)).stream()
                .map(token -> json(token, Optional.empty()))
                .toList();
    }

    @POST
    @RequiresPermission(AccessModule.TOKENS)
    @SecretAnswer
    public TokenJson create(@Context HttpServletRequest http, NewTokenJson body) {
        TokenService.Made made = tokens.make(caller(http), body.name(), body.scopes(), body.endsAt());
        return json(made.token(), Optional.of(made.text()));
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(AccessModule.TOKENS)
    public void revoke(@Context HttpServletRequest http, @PathParam("id") UUID id) {
        tokens.revoke(caller(http), id);
    }

    private static KnownCaller caller(HttpServletRequest http) {
        return KnownCaller.of(ClientRequest.of(http));
    }

    private static TokenJson json(TokenStore.ApiToken token, Optional<String> text) {
        return new TokenJson(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().toList(),
                token.madeAt(),
                token.endsAt(),
                token.seenAt(),
                text);
    }
}
