package io.kontor.seller.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.access.RequiresPermission;
import io.kontor.rest.MergePatch;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Legal entities over HTTP. */
@RestResource
@Component(service = LegalEntityResource.class)
@Path("/entities")
@Produces(MediaType.APPLICATION_JSON)
public final class LegalEntityResource {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TAX_ID = 64;

    private final LegalEntityService entities;

    @Activate
    public LegalEntityResource(@Reference LegalEntityService entities) {
        this.entities = entities;
    }

    /** All of them, the standard one first. */
    public record EntitiesJson(List<LegalEntityJson> items) {}

    /**
     * What can be changed of a legal entity.
     *
     * @param country ISO 3166-1 alpha-2
     * @param taxId null clears it
     */
    public record LegalEntityPatchJson(
            String name, String country, Currency currency, ZoneId zone, Optional<String> taxId) {}

    @GET
    @RequiresPermission(SellerModule.READ)
    public EntitiesJson list() {
        return new EntitiesJson(
                entities.versions().stream().map(LegalEntityJson::of).toList());
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RequiresPermission(SellerModule.WRITE)
    public Versioned<LegalEntityJson> change(
            @PathParam("id") LegalEntityId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(LegalEntityPatchJson.class) MergePatch patch) {
        long expected = Versions.expected(ifMatch);
        patch.only(LegalEntityPatchJson.class);
        VersionedEntity changed = entities.change(id, expected, present -> changed(present, patch));
        return new Versioned<>(LegalEntityJson.of(changed), changed.version());
    }

    /** Only the tax id can be cleared; the other fields keep their value. */
    private static LegalEntity changed(LegalEntity present, MergePatch patch) {
        return new LegalEntity(
                present.id(),
                needed(patch, "name", present.name(), node -> text(node, LONGEST_NAME)),
                needed(patch, "country", present.country(), LegalEntityResource::country),
                needed(patch, "currency", present.currency(), node -> Currency.getInstance(text(node, 3))),
                needed(patch, "zone", present.zone(), node -> ZoneId.of(text(node, 64))),
                patch.value("taxId", present.taxId(), node -> text(node, LONGEST_TAX_ID)));
    }

    private static <T> T needed(MergePatch patch, String field, T present, Function<JsonNode, T> read) {
        return patch.value(field, Optional.of(present), read).orElse(present);
    }

    private static String text(JsonNode node, int longest) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("it must be text of 1 to " + longest + " characters");
        }
        return text;
    }

    private static String country(JsonNode node) {
        String code = text(node, 2).toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException("it is not an ISO 3166-1 code: " + code);
        }
        return code;
    }
}
