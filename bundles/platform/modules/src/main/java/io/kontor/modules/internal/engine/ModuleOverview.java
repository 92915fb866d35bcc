package io.kontor.modules.internal.engine;

import io.kontor.modules.internal.plan.Dependencies;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The modules as a person looks at them. */
@Component(service = ModuleOverview.class)
public final class ModuleOverview {

    private final Engine engine;
    private final Plans plans;
    private final ArtefactStore artefacts;
    private final DesiredStore desired;

    @Activate
    public ModuleOverview(
            @Reference Engine engine,
            @Reference Plans plans,
            @Reference ArtefactStore artefacts,
            @Reference DesiredStore desired) {
        this.engine = engine;
        this.plans = plans;
        this.artefacts = artefacts;
        this.desired = desired;
    }

    /**
     * A module with what is around it.
     *
     * @param artefact what it runs from
     * @param update a newer version that is kept
     * @param previous the version that it can go back to
     */
    public record View(
            Status status,
            Optional<Artefact> artefact,
            Optional<Artefact> update,
            Optional<Artefact> previous,
            Set<String> dependsOn,
            Set<String> neededBy) {}

    /** All modules that are wanted, by name. */
    public List<View> all() {
        Map<String, Artefact> kept =
                artefacts.all().stream().collect(Collectors.toMap(Artefact::id, Function.identity()));
        Map<String, Desired> wanted =
                desired.all().stream().collect(Collectors.toMap(Desired::module, Function.identity()));
        Dependencies dependencies = new Dependencies(engine.world());
        return engine.statuses().values().stream()
                .sorted(Comparator.comparing(Status::module))
                .map(status -> new View(
                        status,
                        Optional.ofNullable(kept.get(status.artefact().artefact())),
                        plans.newer(status.module()),
                        Optional.ofNullable(wanted.get(status.module()))
                                .flatMap(Desired::previous)
                                .map(kept::get),
                        dependencies.of(status.module()),
                        dependencies.neededBy(status.module())))
                .toList();
    }
}
