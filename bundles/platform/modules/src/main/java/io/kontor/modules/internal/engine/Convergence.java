package io.kontor.modules.internal.engine;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Node;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.archive.ModuleArchive.Description;
import io.kontor.modules.internal.archive.ModuleBundle;
import io.kontor.modules.internal.framework.BundleFailed;
import io.kontor.modules.internal.framework.Framework.Installed;
import io.kontor.modules.internal.plan.Dependencies;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.plan.Planner;
import io.kontor.modules.internal.plan.World;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node to what is wanted, module by module: what one of them does wrong becomes its state and keeps no other
 * one from running.
 */
final class Convergence {

    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);

    private final DesiredStore desired;
    private final ArtefactStore artefacts;
    private final Archives archives;
    private final ModuleBundles bundles;
    private final ModuleWorld world;
    private final Statuses statuses;
    private final Node node;
    private final Clock clock;

    /** What the engine remembers and where it installs. */
    record Places(DesiredStore desired, ArtefactStore artefacts, Archives archives, ModuleBundles bundles) {}

    Convergence(Places places, ModuleWorld world, Statuses statuses, Node node, Clock clock) {
        this.desired = places.desired();
        this.artefacts = places.artefacts();
        this.archives = places.archives();
        this.bundles = places.bundles();
        this.world = world;
        this.statuses = statuses;
        this.node = node;
        this.clock = clock;
    }

    /** What differs: the modules whose bundles are not those that are wanted. */
    Set<String> different(List<Desired> wanted) {
        Map<String, Desired> run = new TreeMap<>();
        wanted.stream().filter(Desired::wanted).forEach(one -> run.put(one.module(), one));
        Set<String> different = new TreeSet<>();
        bundles.installed().stream()
                .map(Installed::module)
                .filter(module -> !run.containsKey(module))
                .forEach(different::add);
        run.forEach((module, one) -> {
            if (!bundles.checksums(module).equals(checksums(one.artefact()))) {
                different.add(module);
            }
        });
        return different;
    }

    private Set<String> checksums(String artefact) {
        return artefacts.find(artefact).map(Artefact::description).map(Description::bundles).stream()
                .flatMap(List::stream)
                .map(Description.Bundle::sha256)
                .collect(Collectors.toSet());
    }

    /** The modules that must stop for others to change: they and all that depends on them, in the order of the start. */
    List<String> affected(Set<String> different) {
        Dependencies dependencies = new Dependencies(world.now());
        Set<String> all = new TreeSet<>(different);
        different.forEach(module -> all.addAll(dependencies.dependents(module)));
        return dependencies.order().stream().filter(all::contains).toList();
    }

    /** Puts the wanted bundles in the place of others; nothing of these may run. */
    void put(List<Desired> wanted, Set<String> different) {
        Map<String, Desired> byModule = new TreeMap<>();
        wanted.forEach(one -> byModule.put(one.module(), one));
        List<Long> gone = new ArrayList<>();
        for (String module : different) {
            Optional<Desired> one = Optional.ofNullable(byModule.get(module)).filter(Desired::wanted);
            try {
                gone.addAll(bundles.put(module, one.map(known -> archives.open(known.artefact()))));
            } catch (SwapFailed e) {
                fail(module, e.reason(), e);
            } catch (KontorException e) {
                fail(module, ModuleReason.INSTALL_FAILED.with(Map.of("message", String.valueOf(e.getMessage()))), e);
            }
        }
        try {
            bundles.refresh(gone);
        } catch (BundleFailed e) {
            LOG.error("The framework could not let go of former bundles of {}", different, e);
        }
    }

    /** Takes over what is wanted into the states; a module that runs already goes on. */
    void announce(List<Desired> wanted) {
        Set<String> gone = new TreeSet<>(statuses.all().keySet());
        for (Desired one : wanted) {
            if (one.state() == Desired.State.REMOVED) {
                continue;
            }
            gone.remove(one.module());
            Versioned artefact = new Versioned(
                    one.artefact(),
                    artefacts
                            .find(one.artefact())
                            .map(known -> known.version().toString())
                            .orElse("0.0.0"));
            if (one.state() == Desired.State.QUARANTINED) {
                statuses.set(one.module(), Phase.QUARANTINED, artefact, one.reason());
            } else if (!bundles.active(one.module())
                    || statuses.of(one.module())
                            .filter(status -> status.artefact().equals(artefact))
                            .isEmpty()) {
                statuses.set(one.module(), Phase.STARTING, artefact);
            }
        }
        gone.forEach(statuses::remove);
    }

    /** Starts these, each behind those that it needs, and waits until they are ready. */
    void start(Set<String> modules) {
        World now = world.now();
        Set<String> runnable = Planner.runnable(now);
        Dependencies dependencies = new Dependencies(now);
        Set<String> started = new LinkedHashSet<>();
        for (String module : dependencies.order()) {
            if (modules.contains(module) && !bundles.of(module).isEmpty() && !statuses.is(module, Phase.QUARANTINED)) {
                if (!runnable.contains(module)) {
                    statuses.set(module, Phase.WAITING, Optional.of(waits(module)));
                } else if (start(module)) {
                    started.add(module);
                }
            }
        }
        started.forEach(this::check);
    }

    private boolean start(String module) {
        statuses.set(module, Phase.STARTING, Optional.empty());
        desired.starting(module, node.name(), clock.instant());
        try {
            bundles.start(module);
            return true;
        } catch (SwapFailed e) {
            if (e.hangs()) {
                quarantine(module, e.reason());
            } else {
                fail(module, e.reason(), e);
            }
            return false;
        } finally {
            desired.started(module, node.name());
        }
    }

    private void check(String module) {
        try {
            bundles.check(module);
            statuses.set(module, Phase.ACTIVE, Optional.empty());
        } catch (SwapFailed e) {
            // It goes on to try, and is looked at again.
            fail(module, e.reason(), e);
        }
    }

    /** A module that was too slow may have become ready. */
    void lookAgain() {
        statuses.all().forEach((module, status) -> {
            if (status.phase() == Phase.FAILED
                    && bundles.active(module)
                    && bundles.unready(module).isEmpty()) {
                statuses.set(module, Phase.ACTIVE, Optional.empty());
                LOG.info("{} is ready after all", module);
            }
        });
    }

    /** Modules that wait and could run by now. */
    Set<String> revivable() {
        Set<String> waiting = new TreeSet<>();
        statuses.all().forEach((module, status) -> {
            if (status.phase() == Phase.WAITING) {
                waiting.add(module);
            }
        });
        if (!waiting.isEmpty()) {
            waiting.retainAll(Planner.runnable(world.now()));
        }
        return waiting;
    }

    /** What it waits for, by the names of modules where they are known. */
    Reason waits(String module) {
        World now = world.now();
        Set<String> there = Planner.runnable(now);
        Set<String> everInstalled = desired.all().stream().map(Desired::module).collect(Collectors.toSet());
        Set<String> provided = Stream.concat(
                        now.base().stream(),
                        now.modules().values().stream()
                                .filter(present -> there.contains(present.module()))
                                .flatMap(present -> present.bundles().stream()))
                .flatMap(bundle -> ModuleBundle.exports(bundle).stream())
                .collect(Collectors.toSet());
        Set<String> missing = bundles.of(module).stream()
                .flatMap(bundle -> Planner.imports(bundle.resource()).stream())
                .filter(name -> !provided.contains(name))
                .collect(Collectors.toSet());
        Set<String> names = artefacts.all().stream()
                .filter(artefact -> everInstalled.contains(artefact.module()) && !there.contains(artefact.module()))
                .filter(artefact -> artefact.description().bundles().stream()
                        .anyMatch(bundle -> bundle.exports().stream().anyMatch(missing::contains)))
                .map(Artefact::module)
                .filter(name -> !name.equals(module))
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            return Planner.missing(now, module)
                    .map(requirement ->
                            ModuleReason.UNRESOLVED.with(Map.of("bundle", module, "requirement", requirement)))
                    .orElseGet(() -> ModuleReason.WAITS.with(Map.of("modules", "")));
        }
        return ModuleReason.WAITS.with(Map.of("modules", String.join(", ", names)));
    }

    /** A module during whose start the process ended again and again is not started any more. */
    void quarantineWhatEndsTheProcess(int mostTries) {
        for (DesiredStore.OpenStart open : desired.openStarts(node.name())) {
            LOG.warn("The product ended while {} started, {} times in a row", open.module(), open.tries());
            if (open.tries() >= mostTries) {
                quarantine(open.module(), ModuleReason.START_ENDS_PROCESS.with(Map.of("tries", open.tries())));
                desired.started(open.module(), node.name());
            }
        }
    }

    /** It is left alone from now on, after restarts too. */
    void quarantine(String module, Reason reason) {
        LOG.error("{} is quarantined: {}", module, reason);
        desired.find(module)
                .ifPresent(one -> desired.put(new Desired(
                        module,
                        one.artefact(),
                        one.previous(),
                        one.origin(),
                        Desired.State.QUARANTINED,
                        Optional.of(reason),
                        clock.instant())));
        statuses.set(module, Phase.QUARANTINED, Optional.of(reason));
    }

    private void fail(String module, Reason reason, Exception cause) {
        LOG.error("{} does not run: {}", module, reason, cause);
        statuses.set(module, Phase.FAILED, Optional.of(reason));
    }
}
