package io.kontor.customer.internal.timeline;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.CustomerId;
import io.kontor.customer.internal.CustomerModule;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.rest.Created;
import io.kontor.rest.RestResource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes over HTTP; they are read on the timeline. */
@RestResource
@Component(service = NoteResource.class)
@Path("/customers/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NoteResource {

    private static final int LONGEST = 10_000;

    private final NoteService notes;

    @Activate
    public NoteResource(@Reference NoteService notes) {
        this.notes = notes;
    }

    /** What a colleague writes. */
    public record TextJson(String text) {

        String checked() {
            String stripped = text.strip();
            if (stripped.isEmpty() || stripped.length() > LONGEST) {
                throw new KontorException(
                        KernelError.INVALID, Map.of("field", "text", "reason", Reason.length(1, LONGEST)));
            }
            return stripped;
        }
    }

    /** A note as JSON. */
    public record NoteJson(
            UUID id,
            UUID customer,
            Optional<UUID> author,
            String authorName,
            String text,
            Instant writtenAt,
            Optional<Instant> editedAt) {

        static NoteJson of(Note note) {
            return new NoteJson(
                    note.id(),
                    note.customer().value(),
                    note.author().map(UserId::value),
                    note.authorName(),
                    note.body(),
                    note.writtenAt(),
                    note.editedAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.WRITE)
    public Created<NoteJson> write(@PathParam("id") CustomerId customer, TextJson body) {
        Note note = notes.write(customer, body.checked());
        return Created.at(
                "/api/customer/customers/" + note.customer().value() + "/notes/" + note.id(), NoteJson.of(note));
    }

    @PUT
    @Path("/{note}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.WRITE)
    public NoteJson edit(@PathParam("id") CustomerId customer, @PathParam("note") UUID note, TextJson body) {
        return NoteJson.of(notes.edit(customer, note, body.checked()));
    }

    @DELETE
    @Path("/{note}")
    @RequiresPermission(CustomerModule.WRITE)
    public void delete(@PathParam("id") CustomerId customer, @PathParam("note") UUID note) {
        notes.delete(customer, note);
    }

    /** Brings back a note that was deleted a moment ago. */
    @POST
    @Path("/{note}/restore")
    @RequiresPermission(CustomerModule.WRITE)
    public NoteJson restore(@PathParam("id") CustomerId customer, @PathParam("note") UUID note) {
        return NoteJson.of(notes.restore(customer, note));
    }
}
