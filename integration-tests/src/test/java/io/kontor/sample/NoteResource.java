package io.kontor.sample;

import io.kontor.access.RequiresPermission;
import io.kontor.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which version answers, and how many notes it has. */
@RestResource
@Component(service = NoteResource.class)
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NoteResource {
    private final String version;
    private final NoteStore notes;

    /** The answer. */
    public record NotesJson(String version, long notes) {}

    @Activate
    public NoteResource(BundleContext bundle, @Reference NoteStore notes) {
        this.version = bundle.getBundle().getVersion().toString();
        this.notes = notes;
    }

    @GET
    @RequiresPermission(SampleModule.READ)
    public NotesJson notes() {
        return new NotesJson(version, notes.count());
    }
}
