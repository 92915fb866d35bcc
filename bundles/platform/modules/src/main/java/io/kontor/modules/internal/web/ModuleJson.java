package io.kontor.modules.internal.web;

import io.kontor.modules.internal.engine.ModuleOverview.View;
import io.kontor.modules.internal.engine.Status;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An installed module.
 *
 * @param state starting, active, waiting, failed, quarantined or draining
 * @param origin shipped or uploaded
 * @param artefact the SHA-256 of the archive that it runs from
 * @param since when it came into this state
 * @param update a newer version that is kept
 * @param previous the version that it can go back to
 */
public record ModuleJson(
        String name,
        String version,
        String state,
        Optional<ReasonJson> reason,
        String origin,
        String artefact,
        Optional<String> signer,
        Instant since,
        List<String> dependsOn,
        List<String> neededBy,
        Optional<VersionJson> update,
        Optional<VersionJson> previous) {

    /** A version of a module. */
    public record VersionJson(String artefact, String version) {

        static VersionJson of(Artefact artefact) {
            return new VersionJson(artefact.id(), artefact.version().toString());
        }
    }

    /** The installed modules. */
    public record ModulesJson(List<ModuleJson> items) {}

    static ModuleJson of(View view) {
        Status status = view.status();
        return new ModuleJson(
                status.module(),
                status.artefact().version(),
                status.phase().word(),
                status.reason().map(ReasonJson::of),
                view.artefact().map(Artefact::origin).orElse(Origin.UPLOADED).word(),
                status.artefact().artefact(),
                view.artefact().flatMap(Artefact::signer),
                status.since(),
                List.copyOf(view.dependsOn()),
                List.copyOf(view.neededBy()),
                view.update().map(VersionJson::of),
                view.previous().map(VersionJson::of));
    }
}
