package io.kontor.access.internal.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.access.RequiresPermission;
import io.kontor.access.internal.AccessModule;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.rest.MergePatch;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.SecretAnswer;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The colleagues of the workspace. */
@RestResource
@Component(service = UserResource.class)
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    /** Whom to invite. */
    public record NewInvitationJson(String email, Role role) {}

    /**
     * What can be changed of a colleague.
     *
     * @param active false ends sessions and API tokens at once
     * @param heir with a deactivation: who takes over customers, deals and shops; whoever deactivates if absent
     */
    public record UserPatchJson(String name, Role role, boolean active, UUID heir) {}

    /** The link of a new invitation. */
    public record LinkJson(String link) {}

    /**
     * An invitation that waits.
     *
     * @param link for copying
     * @param mailedAt when its mail was taken by the mail server; absent while it waits
     * @param mailProblem why the mail server did not take it the last time; it is tried again
     */
    public record InvitationJson(
            UserJson user, String link, Instant endsAt, Optional<Instant> mailedAt, Optional<String> mailProblem) {}

    private final AccountService accounts;
    private final Invitations invitations;

    @Activate
    public UserResource(@Reference AccountService accounts, @Reference Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    @GET
    @RequiresPermission(AccessModule.READ)
    public PageJson<UserJson> list(@BeanParam PageQuery query) {
        return PageJson.of(accounts.page(query.request()), UserJson::of);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(AccessModule.READ)
    public Versioned<UserJson> read(@PathParam("id") UserId id) {
        return answer(accounts.find(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RequiresPermission(AccessModule.USERS)
    public Versioned<UserJson> change(
            @PathParam("id") UserId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Patches(UserPatchJson.class) MergePatch patch) {
        patch.only(UserPatchJson.class);
        var change = new AccountService.Change(
                set(patch, "name", JsonNode::textValue),
                set(patch, "role", node -> Role.valueOf(node.asText())),
                set(patch, "active", node -> node.isBoolean() ? node.booleanValue() : null),
                set(patch, "heir", node -> new UserId(UUID.fromString(node.asText()))));
        return answer(accounts.change(id, Versions.expected(ifMatch), change));
    }

    @GET
    @Path("/invitations")
    @RequiresPermission(AccessModule.USERS)
    public List<InvitationJson> invitations() {
        return invitations.waiting().stream()
                .map(waiting -> new InvitationJson(
                        UserJson.of(waiting.account()),
                        waiting.link(),
                        waiting.endsAt(),
                        waiting.mailedAt(),
                        waiting.mailProblem()))
                .toList();
    }

    @POST
    @Path("/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AccessModule.USERS)
    @SecretAnswer
    public LinkJson invite(NewInvitationJson body) {
        return new LinkJson(accounts.invite(body.email(), body.role()));
    }

    private static Versioned<UserJson> answer(Account account) {
        return new Versioned<>(UserJson.of(account), account.version());
    }

    /** None of these can be cleared, so a null is as wrong as another type. */
    private static <T> Optional<T> set(MergePatch patch, String field, Function<JsonNode, @Nullable T> read) {
        if (!patch.has(field)) {
            return Optional.empty();
        }
        Optional<T> value = patch.value(field, Optional.empty(), node -> {
            T given = read.apply(node);
            if (given == null) {
                throw new IllegalArgumentException("it has another type");
            }
            return given;
        });
        if (value.isEmpty()) {
            throw new KontorException(KernelError.INVALID, Map.of("field", field, "reason", "it cannot be cleared"));
        }
        return value;
    }
}
