package io.kontor.modules.internal.web;

import io.kontor.access.RequiresPermission;
import io.kontor.modules.internal.ModulesModule;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.engine.ArtefactService;
import io.kontor.modules.internal.engine.InstallationOwner;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.web.ArtefactJson.ArtefactsJson;
import io.kontor.rest.Created;
import io.kontor.rest.LargeBody;
import io.kontor.rest.RestResource;
import io.kontor.rest.TalksOutside;
import java.io.InputStream;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archives of modules over HTTP. */
@RestResource
@Component(service = ArtefactResource.class)
@Path("/artefacts")
@Produces(MediaType.APPLICATION_JSON)
public final class ArtefactResource {

    private final ArtefactService artefacts;
    private final InstallationOwner owner;

    @Activate
    public ArtefactResource(@Reference ArtefactService artefacts, @Reference InstallationOwner owner) {
        this.artefacts = artefacts;
        this.owner = owner;
    }

    @GET
    @RequiresPermission(ModulesModule.READ)
    public ArtefactsJson list() {
        owner.require();
        Set<String> installed = artefacts.installed();
        return new ArtefactsJson(artefacts.all().stream()
                .map(artefact -> ArtefactJson.of(artefact, installed.contains(artefact.id())))
                .toList());
    }

    /** Takes a .kar file; nothing of it runs before it is installed. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequiresPermission(ModulesModule.WRITE)
    @LargeBody(ArchiveReader.MOST_BYTES)
    @TalksOutside
    public Created<ArtefactJson> keep(InputStream content) {
        owner.require();
        Artefact kept = artefacts.keep(content);
        boolean installed = artefacts.installed().contains(kept.id());
        return Created.at("/api/modules/artefacts/" + kept.id(), ArtefactJson.of(kept, installed));
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(ModulesModule.WRITE)
    public void delete(@PathParam("id") String id) {
        owner.require();
        artefacts.delete(id);
    }
}
