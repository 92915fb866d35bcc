package io.kontor.modules.internal.engine;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.Node;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.ModulesConfig;
import io.kontor.modules.internal.ModulesError;
import io.kontor.modules.internal.framework.Framework;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.Planner;
import io.kontor.modules.internal.plan.World;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.store.OperationStore;
import io.kontor.rest.NodeHints;
import io.kontor.rest.Traffic;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the modules of this node at what is wanted. Everything that changes them happens in its one thread; with the
 * database away it is away itself, and the modules go on.
 */
@Component(service = Engine.class, immediate = true, configurationPid = "io.kontor.modules")
@Designate(ocd = ModulesConfig.class)
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** Published by Karaf when the base is there. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private static final long SHORT_LOOK_MILLISECONDS = 20;
    private static final int LOOK_SECONDS = 5;
    private static final int MOST_TRIES = 3;
    private static final int MOST_LOOKS = 150;

    private final BundleContext context;
    private final DesiredStore desired;
    private final OperationStore operations;
    private final ShippedModules shipped;
    private final Traffic traffic;
    private final Node node;
    private final Clock clock;
    private final Statuses statuses;
    private final ModuleWorld world;
    private final ModuleBundles bundles;
    private final Convergence convergence;
    private final Operations runner;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "kontor-modules"));
    private volatile boolean converged;
    private volatile boolean busy;
    private volatile boolean stopped;
    private String fingerprint = "";

    @Activate
    public Engine(
            BundleContext context,
            @Reference Framework framework,
            @Reference Traffic traffic,
            @Reference NodeHints hints,
            @Reference DesiredStore desired,
            @Reference OperationStore operations,
            @Reference ArtefactStore artefacts,
            @Reference Archives archives,
            @Reference ShippedModules shipped,
            @Reference Transactions transactions,
            @Reference Node node,
            @Reference Clock clock,
            ModulesConfig config) {
        this.context = context;
        this.desired = desired;
        this.operations = operations;
        this.shipped = shipped;
        this.traffic = traffic;
        this.node = node;
        this.clock = clock;
        this.statuses = new Statuses(clock, module -> hints.tell("module", module));
        this.bundles = new ModuleBundles(framework, traffic, Limits.of(config));
        this.world = new ModuleWorld(framework, bundles, statuses);
        this.convergence = new Convergence(
                new Convergence.Places(desired, artefacts, archives, bundles), world, statuses, node, clock);
        this.runner = new Operations(
                new Operations.Records(desired, operations, artefacts, archives, transactions, hints, clock),
                bundles,
                traffic,
                statuses,
                convergence);
        thread.execute(this::begin);
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        thread.shutdownNow();
        if (!thread.awaitTermination(LOOK_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A module is still at work while the engine stops");
        }
    }

    /** The modules of this node, by name. */
    public Map<String, Status> statuses() {
        return statuses.all();
    }

    /** Whether what is wanted was brought about once since the start, as far as it could be. */
    public boolean converged() {
        return converged;
    }

    /** Whether modules are changed just now. */
    public boolean busy() {
        return busy;
    }

    /** Whether nothing is changed, now or soon: who heard that an operation is done need not know what is tidied up. */
    boolean idle() {
        try {
            for (int looks = 0; busy && looks < MOST_LOOKS; looks++) {
                Thread.sleep(SHORT_LOOK_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return converged && !busy;
    }

    public World world() {
        return world.now();
    }

    public Planner planner() {
        return world.planner();
    }

    /** Why an active module is not ready all the same, by module. */
    public Map<String, String> unready() {
        Map<String, String> reasons = new TreeMap<>();
        statuses.all().forEach((module, status) -> {
            if (status.phase() == Phase.ACTIVE) {
                bundles.unready(module).ifPresent(reason -> reasons.put(module, reason.toString()));
            }
        });
        return reasons;
    }

    /** Does what the plan says, soon, in the engine's thread; the operation is stored already. */
    public void submit(Operation operation, InstallPlan plan) {
        try {
            thread.execute(() -> guarded(() -> {
                busy = true;
                runner.run(operation, plan);
                fingerprint = desired.fingerprint();
                revive();
            }));
        } catch (RejectedExecutionException e) {
            operations.end(
                    operation.id(),
                    Operation.State.INTERRUPTED,
                    Optional.of(ModuleReason.STOPPED.with(Map.of())),
                    clock.instant());
        }
    }

    private void begin() {
        try {
            while (context.getServiceReference(BOOT_FINISHED) == null) {
                Thread.sleep(SHORT_LOOK_MILLISECONDS);
            }
            for (Operation left : operations.interruptOwn(node, clock.instant())) {
                LOG.warn(
                        "The product ended while {} of {} was at the step {}; what was there before serves again",
                        left.action().word(),
                        left.module(),
                        left.step().word());
            }
            guarded(this::converge);
            thread.scheduleWithFixedDelay(() -> guarded(this::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // the edge of the thread
            LOG.error("The modules cannot be started; tried again soon", e);
            thread.schedule(this::begin, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The edge of the thread: what fails is told and tried again at the next look. */
    private void guarded(Runnable work) {
        if (stopped || context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.ACTIVE) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The modules are not as they should be; looked at again in {} s", LOOK_SECONDS, e);
        } finally {
            busy = false;
        }
    }

    private void look() {
        if (!converged || !desired.fingerprint().equals(fingerprint)) {
            converge();
        } else {
            convergence.lookAgain();
        }
    }

    private void converge() {
        busy = true;
        long began = System.nanoTime();
        if (!converged) {
            shipped.follow();
            convergence.quarantineWhatEndsTheProcess(MOST_TRIES);
        }
        fingerprint = desired.fingerprint();
        List<Desired> wanted = desired.all();
        Set<String> before = new TreeSet<>(statuses.all().keySet());
        convergence.announce(wanted);
        Set<String> known = new TreeSet<>(statuses.all().keySet());
        Set<String> different = convergence.different(wanted);
        Set<String> changing = new TreeSet<>(convergence.affected(different));
        known.stream().filter(module -> !bundles.active(module)).forEach(changing::add);
        changing.addAll(different);
        if (!changing.isEmpty()) {
            change(wanted, different, changing);
        }
        before.removeAll(known);
        traffic.forget(before);
        known.stream()
                .filter(module -> !changing.contains(module) && statuses.is(module, Phase.STARTING))
                .forEach(module -> convergence.start(Set.of(module)));
        revive();
        converged = true;
        LOG.info(
                "The modules are as wanted after {} ms: {}", (System.nanoTime() - began) / 1_000_000, statuses.words());
    }

    private void change(List<Desired> wanted, Set<String> different, Set<String> changing) {
        traffic.hold(changing);
        try {
            drain(changing);
            List<String> backwards = new ArrayList<>(convergence.affected(different));
            Collections.reverse(backwards);
            backwards.forEach(runner::stopQuietly);
            convergence.put(wanted, different);
            convergence.start(changing);
        } finally {
            traffic.release(changing);
        }
    }

    private void drain(Set<String> changing) {
        try {
            traffic.drain(changing, bundles.drain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(ModulesError.BUSY, Map.of(), e);
        }
    }

    private void revive() {
        Set<String> back = convergence.revivable();
        if (!back.isEmpty()) {
            LOG.info("{} can run again", back);
            convergence.start(back);
        }
    }
}
