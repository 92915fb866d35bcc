package io.kontor.modules.internal.web;

import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.store.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An action on a module, under way or past.
 *
 * @param state running, done, failed, rolled-back or interrupted
 * @param step prepare, drain, stop, install, refresh, start, check, roll-back or record
 * @param by who asked for it
 */
public record OperationJson(
        UUID id,
        String action,
        String module,
        Optional<String> fromVersion,
        Optional<String> toVersion,
        String state,
        String step,
        Optional<ReasonJson> reason,
        Instant began,
        Optional<Instant> ended,
        Optional<String> by) {

    /**
     * What is to be done.
     *
     * @param plan the id of the plan that was looked at
     * @param trust the explicit word that an archive nobody trusted has signed may be run
     */
    public record OperationRequestJson(
            String plan, String action, Optional<String> module, Optional<String> artefact, Optional<Boolean> trust) {}

    static OperationJson of(Operation operation) {
        return new OperationJson(
                operation.id(),
                operation.action().word(),
                operation.module(),
                operation.from().map(Versioned::version),
                operation.to().map(Versioned::version),
                operation.state().word(),
                operation.step().word(),
                operation.reason().map(ReasonJson::of),
                operation.began(),
                operation.ended(),
                Optional.of(operation.actor()));
    }
}
