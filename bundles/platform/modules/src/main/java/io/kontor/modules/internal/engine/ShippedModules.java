package io.kontor.modules.internal.engine;

import io.kontor.kernel.KontorException;
import io.kontor.modules.internal.ModulesConfig;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.archive.Checksum;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Origin;
import io.kontor.store.Transactions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archives that came with this distribution, and what they mean for what is wanted. */
@Component(service = ShippedModules.class, configurationPid = "io.kontor.modules")
public final class ShippedModules {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModules.class);

    private final Path folder;
    private final ArtefactStore artefacts;
    private final DesiredStore desired;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public ShippedModules(
            BundleContext context,
            @Reference ArtefactStore artefacts,
            @Reference DesiredStore desired,
            @Reference Transactions transactions,
            @Reference Clock clock,
            ModulesConfig config) {
        this(
                config.shippedFolder().isEmpty()
                        ? Path.of(String.valueOf(context.getProperty("karaf.home")), "modules")
                        : Path.of(config.shippedFolder()),
                artefacts,
                desired,
                transactions,
                clock);
    }

    ShippedModules(Path folder, ArtefactStore artefacts, DesiredStore desired, Transactions transactions, Clock clock) {
        this.folder = folder;
        this.artefacts = artefacts;
        this.desired = desired;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps the archives of the distribution and wants them: a module that nobody has decided about, one that came with an
     * earlier distribution, and one that was uploaded and is older. What was removed stays removed.
     */
    public void follow() {
        List<Artefact> shipped = shipped();
        transactions.run(() -> {
            Map<String, Desired> known =
                    desired.all().stream().collect(Collectors.toMap(Desired::module, Function.identity()));
            for (Artefact artefact : shipped) {
                Optional<Desired> former = Optional.ofNullable(known.get(artefact.module()));
                if (follows(former, artefact)) {
                    LOG.info("{} {} of this distribution is wanted", artefact.module(), artefact.version());
                    desired.put(new Desired(
                            artefact.module(),
                            artefact.id(),
                            former.map(Desired::artefact),
                            Origin.SHIPPED,
                            Desired.State.WANTED,
                            Optional.empty(),
                            clock.instant()));
                }
            }
        });
    }

    private boolean follows(Optional<Desired> former, Artefact shipped) {
        if (former.isEmpty()) {
            return true;
        }
        Desired known = former.get();
        if (known.state() == Desired.State.REMOVED || known.artefact().equals(shipped.id())) {
            return false;
        }
        // Who uploaded one or went back to a former one knew this archive, unless it came later.
        return known.origin() == Origin.SHIPPED
                || shipped.storedAt().isAfter(known.changedAt())
                        && artefacts.find(known.artefact()).stream()
                                .anyMatch(chosen -> chosen.version().compareTo(shipped.version()) < 0);
    }

    /** One archive for each module; a broken one is left out, with the reason in the log. */
    private List<Artefact> shipped() {
        List<Artefact> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            LOG.warn("This distribution has no folder {}", folder);
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.kar")) {
            for (Path file : files) {
                kept(file).ifPresent(all::add);
            }
        } catch (IOException e) {
            LOG.error("The modules of the distribution cannot be read from {}", folder, e);
        }
        return all;
    }

    private Optional<Artefact> kept(Path file) throws IOException {
        Optional<Artefact> known = artefacts.find(Checksum.of(Files.readAllBytes(file)));
        if (known.filter(artefact -> artefact.origin() == Origin.SHIPPED).isPresent()) {
            return known;
        }
        try {
            ModuleArchive archive = ArchiveReader.open(file).archive();
            Artefact artefact = new Artefact(
                    archive.id(),
                    archive.module(),
                    archive.version(),
                    Origin.SHIPPED,
                    Optional.empty(),
                    archive.size(),
                    archive.description(),
                    clock.instant(),
                    Optional.empty());
            artefacts.add(artefact, file);
            return Optional.of(artefact);
        } catch (KontorException e) {
            LOG.error("{} is left out: {}", file, e.getMessage(), e);
            return Optional.empty();
        }
    }
}
