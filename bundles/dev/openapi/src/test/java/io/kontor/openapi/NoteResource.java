package io.kontor.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kontor.kernel.TypedId;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.Created;
import io.kontor.rest.MergePatch;
import io.kontor.rest.MoneyJson;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.Patches;
import io.kontor.rest.Versioned;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** A resource as modules write them; it is never called. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface NoteResource {

    /** The id of a note. */
    record NoteId(UUID value) implements TypedId {}

    /** A closed choice. */
    enum Kind {
        CALL,
        LETTER
    }

    /** What can be changed of a note. */
    record NotePatchJson(String title, Optional<LocalDate> due) {}

    /**
     * Each kind of component.
     *
     * @param due the day on which {@link Kind a letter} leaves; {@code null} clears it
     */
    record NoteJson(
            UUID id,
            String title,
            Kind kind,
            Optional<LocalDate> due,
            @Nullable String author,
            List<LineJson> lines,
            Map<String, String> values,
            boolean pinned,
            Instant at,
            MoneyJson price,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weight,
            long version) {

        @JsonIgnore
        public boolean isLate() {
            return false;
        }
    }

    /** Sent and received. */
    record LineJson(String text, Optional<Integer> stars) {}

    /** Only received. */
    record NewNoteJson(
            String title,
            Optional<Kind> kind,
            @Nullable String author,
            List<LineJson> lines,
            @Nullable MoneyJson price) {}

    /**
     * Newest first.
     *
     * @param kind only those of a kind
     */
    @GET
    PageJson<NoteJson> list(@QueryParam("kind") @Nullable Kind kind, @BeanParam PageQuery page);

    @GET
    @Path("/{id: [0-9a-f-]+}")
    Versioned<NoteJson> get(@PathParam("id") NoteId id, @Context UriInfo uri);

    @POST
    Created<NoteJson> write(NewNoteJson body);

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    Versioned<NoteJson> edit(
            @PathParam("id") NoteId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(NotePatchJson.class) MergePatch patch);

    @PUT
    @Path("/{id}/picture")
    @Consumes("image/png")
    void picture(@PathParam("id") NoteId id, InputStream picture);

    @GET
    @Path("/{id}/picture")
    @Produces("image/png")
    @AnswersWith(status = 206, body = byte[].class, headers = "Content-Range")
    Response look(@PathParam("id") NoteId id);

    @DELETE
    @Path("/{id}")
    void delete(@PathParam("id") NoteId id);
}
