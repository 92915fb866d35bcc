package io.kontor.modules.internal.engine;

import io.kontor.access.AuditLog;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.modules.internal.ModulesError;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.archive.TrustedPublishers;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Origin;
import io.kontor.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archives that could be installed. Keeping one runs nothing of it. */
@Component(service = ArtefactService.class)
public final class ArtefactService {

    private final ArtefactStore artefacts;
    private final DesiredStore desired;
    private final TrustedPublishers publishers;
    private final Transactions transactions;
    private final AuditLog audit;
    private final ActorContext actors;
    private final WorkspaceContext workspaces;
    private final Clock clock;

    @Activate
    public ArtefactService(
            @Reference ArtefactStore artefacts,
            @Reference DesiredStore desired,
            @Reference TrustedPublishers publishers,
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference ActorContext actors,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.artefacts = artefacts;
        this.desired = desired;
        this.publishers = publishers;
        this.transactions = transactions;
        this.audit = audit;
        this.actors = actors;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** All that are kept. */
    public List<Artefact> all() {
        return artefacts.all();
    }

    /** The archives that modules run with or can go back to. */
    public Map<String, String> inUse() {
        return desired.all().stream()
                .filter(one -> one.state() != Desired.State.REMOVED)
                .flatMap(one -> Stream.concat(Stream.of(one.artefact()), one.previous().stream())
                        .map(artefact -> Map.entry(artefact, one.module())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /** The archives that modules run with. */
    public Set<String> installed() {
        return desired.all().stream()
                .filter(one -> one.state() != Desired.State.REMOVED)
                .map(Desired::artefact)
                .collect(Collectors.toSet());
    }

    /**
     * Keeps what somebody hands in.
     *
     * @throws KontorException {@link ModulesError#ARCHIVE_BROKEN}
     */
    public Artefact keep(InputStream content) {
        try {
            Path file = Files.createTempFile("kontor-upload", ".kar");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return keep(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive was not received", e);
        }
    }

    /** As {@link #keep(InputStream)}, from a file on this machine. */
    public Artefact keep(Path file) throws IOException {
        ModuleArchive archive = ArchiveReader.open(file).archive();
        Artefact artefact = new Artefact(
                archive.id(),
                archive.module(),
                archive.version(),
                Origin.UPLOADED,
                publishers.among(archive.signers()),
                archive.size(),
                archive.description(),
                clock.instant(),
                Optional.of(actors.current().name()));
        return transactions.call(() -> {
            Optional<Artefact> known = artefacts.find(archive.id());
            if (known.isEmpty()) {
                artefacts.add(artefact, file);
                record("modules.archive-stored", artefact);
            }
            return known.orElse(artefact);
        });
    }

    /** @throws KontorException {@link ModulesError#ARTEFACT_IN_USE} */
    public void delete(String id) {
        transactions.run(() -> {
            Artefact artefact = artefacts
                    .find(id)
                    .orElseThrow(() -> new KontorException(KernelError.NOT_FOUND, Map.of("type", "module-artefact")));
            String user = inUse().get(id);
            if (user != null) {
                throw new KontorException(ModulesError.ARTEFACT_IN_USE, Map.of("module", user));
            }
            artefacts.delete(id);
            record("modules.archive-deleted", artefact);
        });
    }

    /** What the operator keeps at the machine is told when it is installed. */
    private void record(String action, Artefact artefact) {
        if (workspaces.bound().isPresent()) {
            UUID subject = UUID.nameUUIDFromBytes(artefact.id().getBytes(StandardCharsets.US_ASCII));
            audit.record(
                    action,
                    new Ref("module-artefact", subject),
                    Map.of(),
                    Map.of(
                            "module",
                            artefact.module(),
                            "version",
                            artefact.version().toString(),
                            "sha256",
                            artefact.id(),
                            "signer",
                            artefact.signer().orElse("")));
        }
    }
}
