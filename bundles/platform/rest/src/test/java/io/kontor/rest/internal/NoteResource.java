package io.kontor.rest.internal;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.rest.Created;
import io.kontor.rest.MergePatch;
import io.kontor.rest.PageJson;
import io.kontor.rest.SecretAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A resource as modules write them. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoteResource {

    /** A body with each kind of component. */
    public record NoteJson(
            String title,
            Optional<String> text,
            List<LineJson> lines,
            int stars,
            boolean pinned,
            @Nullable LocalDate day) {}

    /** A nested body. */
    public record LineJson(String sku, Kind kind) {}

    /** A closed choice. */
    public enum Kind {
        GOODS,
        SERVICE
    }

    final AtomicInteger made = new AtomicInteger();

    @GET
    @Path("/{id}")
    public Map<String, Object> read(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @GET
    @Path("/of/{owner}")
    public String owner(@PathParam("owner") UserId owner, @QueryParam("since") @Nullable LocalDate since) {
        return "\"" + owner.value() + since + "\"";
    }

    @GET
    public PageJson<LineJson> list() {
        return new PageJson<>(List.of(new LineJson("A-1", Kind.GOODS)), Optional.empty());
    }

    @GET
    @Path("/filtered")
    public String filtered(@QueryParam("kind") @Nullable Kind kind, @QueryParam("stars") @DefaultValue("3") int stars) {
        return "\"" + kind + stars + "\"";
    }

    @POST
    @Path("/placed")
    public Created<LineJson> placed() {
        return Created.at("/api/notes/notes/7", new LineJson("A-1", Kind.GOODS), 4);
    }

    @POST
    public NoteJson create(NoteJson note) {
        made.incrementAndGet();
        if (note.title().equals("stale")) {
            throw new KontorException(KernelError.STALE, Map.of("current", 7));
        }
        if (note.title().equals("defect")) {
            throw new IllegalStateException("password=hunter2");
        }
        return note;
    }

    @POST
    @Path("/secret")
    @SecretAnswer
    public Map<String, String> secret() {
        return Map.of("token", "t" + made.incrementAndGet());
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    public Map<String, Object> change(@PathParam("id") UUID id, MergePatch patch) {
        return Map.of("has", patch.has("title"));
    }

    @GET
    @Path("/private")
    public void hidden() {
        throw new AssertionError("the guard lets nobody in");
    }
}
