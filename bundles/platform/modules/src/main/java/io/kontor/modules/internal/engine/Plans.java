package io.kontor.modules.internal.engine;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.archive.TrustedPublishers;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.Planner;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what is meant and plans it. */
@Component(service = Plans.class)
public final class Plans {

    private final Engine engine;
    private final ArtefactStore artefacts;
    private final DesiredStore desired;
    private final Archives archives;
    private final TrustedPublishers publishers;

    @Activate
    public Plans(
            @Reference Engine engine,
            @Reference ArtefactStore artefacts,
            @Reference DesiredStore desired,
            @Reference Archives archives,
            @Reference TrustedPublishers publishers) {
        this.engine = engine;
        this.artefacts = artefacts;
        this.desired = desired;
        this.archives = archives;
        this.publishers = publishers;
    }

    /**
     * A plan.
     *
     * @param signedBy who signed the archive, trusted or not
     */
    public record Made(InstallPlan plan, List<String> signedBy) {}

    /** What is to be installed, or why nothing is. */
    private record Choice(Optional<Artefact> artefact, Optional<Reason> refusal) {

        static Choice of(Optional<Artefact> found, ModuleReason otherwise) {
            return found.isPresent()
                    ? new Choice(found, Optional.empty())
                    : new Choice(found, Optional.of(otherwise.with(Map.of())));
        }
    }

    /** @throws KontorException if there is no such module or archive, or none is named */
    Made make(Action action, Optional<String> module, Optional<String> artefact) {
        Optional<Artefact> named = artefact.map(this::find);
        String name = module.or(() -> named.map(Artefact::module)).orElseThrow(() -> missing("module"));
        known(name, named);
        Planner planner = engine.planner();
        if (action == Action.REMOVE) {
            return new Made(planner.remove(name), List.of());
        }
        Choice choice = named.isPresent() ? new Choice(named, Optional.empty()) : choose(action, name);
        if (choice.artefact().isEmpty()) {
            return new Made(
                    planner.refused(
                            action, name, Optional.empty(), choice.refusal().orElseThrow()),
                    List.of());
        }
        ArchiveReader.Opened opened = archives.open(choice.artefact().get().id());
        ModuleArchive archive = opened.archive();
        Optional<String> signer = publishers.among(archive.signers());
        boolean trusted = choice.artefact().get().origin() == Origin.SHIPPED || signer.isPresent();
        List<String> signedBy =
                archive.signers().stream().map(TrustedPublishers::name).sorted().toList();
        return new Made(planner.change(action, name, new Planner.Target(archive, trusted, signer)), signedBy);
    }

    private Artefact find(String id) {
        return artefacts
                .find(id)
                .orElseThrow(() -> new KontorException(KernelError.NOT_FOUND, Map.of("type", "module-artefact")));
    }

    private void known(String module, Optional<Artefact> named) {
        boolean known = named.isPresent()
                || engine.statuses().containsKey(module)
                || artefacts.all().stream()
                        .anyMatch(artefact -> artefact.module().equals(module));
        if (!known) {
            throw new KontorException(KernelError.NOT_FOUND, Map.of("type", "module"));
        }
    }

    private Choice choose(Action action, String module) {
        return switch (action) {
            case INSTALL -> Choice.of(newest(module), ModuleReason.NO_ARTEFACT);
            case UPDATE -> Choice.of(newer(module), ModuleReason.NOTHING_NEWER);
            case ROLLBACK ->
                Choice.of(
                        desired.find(module).flatMap(Desired::previous).flatMap(artefacts::find),
                        ModuleReason.NO_PREVIOUS);
            case REMOVE -> throw new IllegalArgumentException("Nothing is chosen for a removal");
        };
    }

    private Optional<Artefact> newest(String module) {
        return artefacts.all().stream()
                .filter(artefact -> artefact.module().equals(module))
                .max(Comparator.comparing(Artefact::version)
                        .thenComparing(artefact -> artefact.origin() == Origin.SHIPPED)
                        .thenComparing(Artefact::storedAt));
    }

    /** The newest archive of a module whose version is higher than what is installed. */
    Optional<Artefact> newer(String module) {
        return Optional.ofNullable(engine.statuses().get(module))
                .flatMap(status -> newest(module)
                        .filter(artefact -> artefact.version()
                                        .compareTo(Version.parseVersion(
                                                status.artefact().version()))
                                > 0));
    }

    private static KontorException missing(String field) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", Reason.missing()));
    }
}
