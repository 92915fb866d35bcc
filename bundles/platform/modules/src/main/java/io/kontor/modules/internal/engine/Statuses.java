package io.kontor.modules.internal.engine;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The modules of this node, as the engine sees them; tells when one of them changes. */
final class Statuses {

    private final Map<String, Status> byModule = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Consumer<String> changed;

    Statuses(Clock clock, Consumer<String> changed) {
        this.clock = clock;
        this.changed = changed;
    }

    Map<String, Status> all() {
        return Map.copyOf(byModule);
    }

    Optional<Status> of(String module) {
        return Optional.ofNullable(byModule.get(module));
    }

    /** All of them in one line, for the log. */
    String words() {
        return byModule.values().stream()
                .sorted(Comparator.comparing(Status::module))
                .map(status -> status.module() + " " + status.phase().word())
                .collect(Collectors.joining(", "));
    }

    boolean is(String module, Phase phase) {
        return of(module).filter(status -> status.phase() == phase).isPresent();
    }

    void set(String module, Phase phase, Versioned artefact) {
        set(module, phase, artefact, Optional.empty());
    }

    void set(String module, Phase phase, Versioned artefact, Optional<Reason> reason) {
        Status former = byModule.get(module);
        if (former == null
                || former.phase() != phase
                || !former.reason().equals(reason)
                || !former.artefact().equals(artefact)) {
            byModule.put(module, new Status(module, phase, reason, artefact, clock.instant()));
            changed.accept(module);
        }
    }

    /** The same module in another phase. */
    void set(String module, Phase phase, Optional<Reason> reason) {
        of(module).ifPresent(status -> set(module, phase, status.artefact(), reason));
    }

    void remove(String module) {
        if (byModule.remove(module) != null) {
            changed.accept(module);
        }
    }
}
