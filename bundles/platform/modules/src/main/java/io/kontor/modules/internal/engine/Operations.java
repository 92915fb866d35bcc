package io.kontor.modules.internal.engine;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ArchiveReader.Opened;
import io.kontor.modules.internal.engine.Swap.Change;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.InstallPlan.Affected;
import io.kontor.modules.internal.plan.InstallPlan.Effect;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.store.Operation.State;
import io.kontor.modules.internal.store.Operation.Step;
import io.kontor.modules.internal.store.OperationStore;
import io.kontor.modules.internal.store.Origin;
import io.kontor.rest.NodeHints;
import io.kontor.rest.Traffic;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs plans, step by step, each step told before it is done; goes back by itself where one does not end well. */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Records records;
    private final ModuleBundles bundles;
    private final Traffic traffic;
    private final Statuses statuses;
    private final Convergence convergence;
    private final Swap swap;

    /** What is remembered of an operation, and who hears of it. */
    record Records(
            DesiredStore desired,
            OperationStore operations,
            ArtefactStore artefacts,
            Archives archives,
            Transactions transactions,
            NodeHints hints,
            Clock clock) {

        void step(Operation operation, Step step) {
            operations.step(operation.id(), step, clock.instant());
            hints.tell("operation", operation.id().toString());
        }

        void end(Operation operation, State state, Optional<Reason> reason) {
            operations.end(operation.id(), state, reason, clock.instant());
            hints.tell("operation", operation.id().toString());
        }
    }

    Operations(Records records, ModuleBundles bundles, Traffic traffic, Statuses statuses, Convergence convergence) {
        this.records = records;
        this.bundles = bundles;
        this.traffic = traffic;
        this.statuses = statuses;
        this.convergence = convergence;
        this.swap = new Swap(bundles, traffic);
    }

    void run(Operation operation, InstallPlan plan) {
        LOG.info("{} of {} begins, asked for by {}", operation.action().word(), operation.module(), operation.actor());
        long began = System.nanoTime();
        Optional<Opened> former;
        Change change;
        List<String> running;
        try {
            records.step(operation, Step.PREPARE);
            former = plan.from()
                    .filter(from -> !bundles.of(plan.module()).isEmpty())
                    .map(from -> records.archives().open(from.artefact()));
            Optional<Opened> next = plan.to().map(to -> records.archives().open(to.artefact()));
            change = change(plan, next);
            running = change.stop().stream().filter(bundles::active).toList();
        } catch (RuntimeException e) {
            records.end(operation, State.FAILED, Optional.of(reason(e)));
            LOG.error("{} of {} could not begin", operation.action().word(), operation.module(), e);
            return;
        }
        try {
            drainStates(change);
            swap.run(change, step -> records.step(operation, step));
            done(operation, plan, change);
            LOG.info(
                    "{} of {} took {} ms",
                    operation.action().word(),
                    operation.module(),
                    (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.error("{} of {} failed", operation.action().word(), operation.module(), e);
            back(operation, plan, change.back(former, running), e);
        } finally {
            if (bundles.of(plan.module()).isEmpty() && !statuses.is(plan.module(), Phase.QUARANTINED)) {
                traffic.forget(Set.of(plan.module()));
            }
            traffic.release(affectedThatStay(change));
        }
    }

    /** Stops are as the plan says; those start again that ran and can. */
    private Change change(InstallPlan plan, Optional<Opened> next) {
        List<String> stop = plan.affected().stream().map(Affected::module).toList();
        List<String> start = plan.affected().stream()
                .filter(one -> one.effect() == Effect.INSTALLED
                        || one.effect() == Effect.UPDATED
                        || one.effect() == Effect.RESTARTED && bundles.active(one.module()))
                .map(Affected::module)
                .toList();
        return new Change(plan.module(), next, stop, start);
    }

    /** What was forgotten is not to be known as away. */
    private Set<String> affectedThatStay(Change change) {
        Set<String> all = new TreeSet<>(change.affected());
        if (bundles.of(change.module()).isEmpty() && !statuses.is(change.module(), Phase.QUARANTINED)) {
            all.remove(change.module());
        }
        return all;
    }

    private void drainStates(Change change) {
        change.stop().stream()
                .filter(bundles::active)
                .forEach(module -> statuses.set(module, Phase.DRAINING, Optional.empty()));
    }

    private void done(Operation operation, InstallPlan plan, Change change) {
        records.step(operation, Step.RECORD);
        records.transactions().run(() -> {
            records.desired().put(wanted(plan));
            records.operations()
                    .end(
                            operation.id(),
                            State.DONE,
                            Optional.empty(),
                            records.clock().instant());
        });
        if (plan.to().isPresent()) {
            statuses.set(plan.module(), Phase.ACTIVE, plan.to().get());
        } else {
            statuses.remove(plan.module());
        }
        settle(change);
        records.hints().tell("operation", operation.id().toString());
    }

    /** What the others are now. */
    private void settle(Change change) {
        for (String module : change.stop()) {
            if (!module.equals(change.module()) && statuses.of(module).isPresent()) {
                if (bundles.active(module)) {
                    statuses.set(module, Phase.ACTIVE, Optional.empty());
                } else if (!statuses.is(module, Phase.QUARANTINED) && !statuses.is(module, Phase.FAILED)) {
                    statuses.set(module, Phase.WAITING, Optional.of(convergence.waits(module)));
                }
            }
        }
    }

    private Desired wanted(InstallPlan plan) {
        Optional<Desired> former = records.desired().find(plan.module());
        Desired.State state = plan.action() == Action.REMOVE ? Desired.State.REMOVED : Desired.State.WANTED;
        String artefact = plan.to()
                .map(Versioned::artefact)
                .orElseGet(() -> former.orElseThrow().artefact());
        Optional<String> previous = plan.action() == Action.REMOVE
                ? former.flatMap(Desired::previous)
                : plan.from().map(Versioned::artefact);
        return new Desired(
                plan.module(),
                artefact,
                previous.filter(id -> !id.isEmpty()),
                origin(plan, artefact, former),
                state,
                Optional.empty(),
                records.clock().instant());
    }

    /** Who goes back has decided against what the distribution brings; that counts as a choice of one's own. */
    private Origin origin(InstallPlan plan, String artefact, Optional<Desired> former) {
        return switch (plan.action()) {
            case ROLLBACK -> Origin.UPLOADED;
            case REMOVE -> former.map(Desired::origin).orElse(Origin.UPLOADED);
            case INSTALL, UPDATE ->
                records.artefacts().find(artefact).map(Artefact::origin).orElse(Origin.UPLOADED);
        };
    }

    private void back(Operation operation, InstallPlan plan, Change back, RuntimeException failure) {
        Reason reason = reason(failure);
        boolean hangs = failure instanceof SwapFailed failed && failed.hangs();
        try {
            records.step(operation, Step.ROLL_BACK);
        } catch (RuntimeException e) {
            LOG.error("The step back cannot be written down; done all the same", e);
        }
        try {
            swap.replace(back, step -> {});
            if (bundles.active(plan.module())) {
                statuses.set(plan.module(), Phase.ACTIVE, Optional.empty());
            }
            settle(back);
            end(operation, plan, reason, hangs);
        } catch (RuntimeException e) {
            LOG.error("{} could not be brought back to what it was", plan.module(), e);
            back.stop().forEach(module -> statuses.set(module, Phase.FAILED, Optional.of(reason(e))));
            convergence.lookAgain();
            records.end(operation, State.FAILED, Optional.of(reason));
        }
    }

    private void end(Operation operation, InstallPlan plan, Reason reason, boolean hangs) {
        if (plan.from().isPresent()) {
            records.end(operation, State.ROLLED_BACK, Optional.of(reason));
            return;
        }
        if (hangs) {
            Desired wanted = wanted(plan);
            records.desired()
                    .put(new Desired(
                            wanted.module(),
                            wanted.artefact(),
                            wanted.previous(),
                            wanted.origin(),
                            Desired.State.QUARANTINED,
                            Optional.of(reason),
                            wanted.changedAt()));
            statuses.set(plan.module(), Phase.QUARANTINED, plan.to().orElseThrow(), Optional.of(reason));
        } else {
            statuses.remove(plan.module());
        }
        records.end(operation, State.FAILED, Optional.of(reason));
    }

    void stopQuietly(String module) {
        try {
            bundles.stop(module);
        } catch (SwapFailed e) {
            LOG.warn("{} did not stop as it should: {}", module, e.reason(), e);
        }
    }

    private static Reason reason(RuntimeException failure) {
        if (failure instanceof SwapFailed failed) {
            return failed.reason();
        }
        String message = failure instanceof KontorException known
                ? String.valueOf(known.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return ModuleReason.INSTALL_FAILED.with(Map.of("message", message));
    }
}
