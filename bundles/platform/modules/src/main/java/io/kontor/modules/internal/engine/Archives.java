package io.kontor.modules.internal.engine;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.archive.ArchiveReader.Opened;
import io.kontor.modules.internal.store.ArtefactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens what is kept; each time anew, because what is open takes memory. */
@Component(service = Archives.class)
public final class Archives {

    private final ArtefactStore artefacts;

    @Activate
    public Archives(@Reference ArtefactStore artefacts) {
        this.artefacts = artefacts;
    }

    /** @throws KontorException {@link KernelError#NOT_FOUND} if it is not kept any more */
    public Opened open(String id) {
        try {
            Path file = Files.createTempFile("kontor-module", ".kar");
            try {
                if (!artefacts.copy(id, file)) {
                    throw new KontorException(KernelError.NOT_FOUND, Map.of("type", "module-artefact"));
                }
                return ArchiveReader.open(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + id + " cannot be opened", e);
        }
    }
}
