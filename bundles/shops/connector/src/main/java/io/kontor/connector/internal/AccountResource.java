package io.kontor.connector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.access.RequiresPermission;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.Created;
import io.kontor.rest.MergePatch;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.TalksOutside;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connected shops over HTTP. */
@RestResource
@Component(service = AccountResource.class)
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {

    /**
     * What can be changed of an account.
     *
     * @param owner who gets what comes without an owner
     * @param secrets by the field of the form; what is not named stays
     */
    public record AccountPatchJson(String label, UUID owner, boolean paused, Map<String, String> secrets) {}

    private final AccountService accounts;
    private final AccountReading reading;

    @Activate
    public AccountResource(@Reference AccountService accounts, @Reference AccountReading reading) {
        this.accounts = accounts;
        this.reading = reading;
    }

    @GET
    @RequiresPermission(ConnectorModule.READ)
    public List<AccountJson> list() {
        return reading.all().stream().map(AccountJson::of).toList();
    }

    @POST
    @TalksOutside
    @RequiresPermission(ConnectorModule.MANAGE)
    public Created<AccountJson> connect(NewAccountJson wanted) {
        Account account = accounts.connect(wanted.answers());
        return Created.at("/api/connector/accounts/" + account.id().value(), json(account), account.version());
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(ConnectorModule.READ)
    public Versioned<AccountJson> get(@PathParam("id") UUID id) {
        AccountReading.Standing standing = reading.get(new SourceAccountId(id));
        return new Versioned<>(AccountJson.of(standing), standing.account().version());
    }

    /** Changes {@code label}, {@code owner}, {@code paused} or some of the {@code secrets}. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RequiresPermission(ConnectorModule.MANAGE)
    public Versioned<AccountJson> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(AccountPatchJson.class) MergePatch patch) {
        patch.only(AccountPatchJson.class);
        AccountForms.Change change = new AccountForms.Change(
                patch.text("label", Optional.empty()),
                patch.value("owner", Optional.empty(), node -> new UserId(UUID.fromString(node.asText()))),
                patch.value("paused", Optional.empty(), JsonNode::booleanValue),
                patch.value("secrets", Optional.<Map<String, String>>empty(), AccountResource::texts)
                        .orElseGet(Map::of),
                Versions.expected(ifMatch));
        Account account = accounts.change(new SourceAccountId(id), change);
        return new Versioned<>(json(account), account.version());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isTextual() || field.getValue().textValue().isBlank()) {
                throw new IllegalArgumentException("each secret must be text");
            }
            texts.put(field.getKey(), field.getValue().textValue().strip());
        });
        return texts;
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(ConnectorModule.MANAGE)
    public void disconnect(@PathParam("id") UUID id) {
        accounts.disconnect(new SourceAccountId(id));
    }

    /** How far the first import has come; it begins with the connection, so there always is one. */
    @GET
    @Path("/{id}/progress")
    @RequiresPermission(ConnectorModule.READ)
    public ProgressJson progress(@PathParam("id") UUID id) {
        return ProgressJson.of(reading.progress(new SourceAccountId(id)));
    }

    /** Reconciles now; the answer comes before it has happened. */
    @POST
    @Path("/{id}/sweep")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission(ConnectorModule.MANAGE)
    @AnswersWith(status = 202)
    public Response sweep(@PathParam("id") UUID id) {
        accounts.sweep(new SourceAccountId(id));
        return Response.accepted().build();
    }

    private AccountJson json(Account account) {
        return AccountJson.of(reading.standing(account));
    }
}
