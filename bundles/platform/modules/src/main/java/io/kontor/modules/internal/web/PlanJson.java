package io.kontor.modules.internal.web;

import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * What an action would do.
 *
 * @param id the fingerprint of the plan; an operation names it
 * @param affected every module that would notice
 * @param refusal why it cannot be done
 * @param trusted whether it may be done without a further word
 */
public record PlanJson(
        String id,
        String action,
        String module,
        Optional<String> fromVersion,
        Optional<String> toVersion,
        List<AffectedJson> affected,
        Optional<ReasonJson> refusal,
        boolean trusted,
        Optional<String> signer) {

    /**
     * A module and what would happen to it.
     *
     * @param effect installed, updated, restarted, stopped or removed
     */
    public record AffectedJson(String module, String effect) {}

    /**
     * What is to be planned.
     *
     * @param action install, update, remove or rollback
     * @param module may be left out where an artefact is named
     * @param artefact exactly this archive; left out, the newest
     */
    public record PlanRequestJson(String action, Optional<String> module, Optional<String> artefact) {}

    static PlanJson of(InstallPlan plan) {
        return new PlanJson(
                plan.id(),
                plan.action().word(),
                plan.module(),
                plan.from().map(Versioned::version),
                plan.to().map(Versioned::version),
                plan.affected().stream()
                        .map(one -> new AffectedJson(one.module(), one.effect().word()))
                        .toList(),
                plan.refusal().map(ReasonJson::of),
                plan.trusted(),
                plan.signer());
    }
}
