package io.kontor.modules.internal.engine;

import io.kontor.kernel.Node;
import io.kontor.modules.internal.TestKar;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.Planner;
import io.kontor.modules.internal.store.Artefact;
import io.kontor.modules.internal.store.ArtefactStore;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.DesiredStore;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.store.OperationStore;
import io.kontor.modules.internal.store.Origin;
import io.kontor.rest.NodeHints;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of the engine on a real database and a framework of paper. */
final class EngineRoom {

    final TestClock clock = new TestClock();
    final Node node = new Node("node", "one");
    final FakeFramework framework = new FakeFramework();
    final FakeTraffic traffic = new FakeTraffic(framework.calls);
    final List<String> hints = new ArrayList<>();
    final ArtefactStore artefacts;
    final DesiredStore desired;
    final OperationStore operations;
    final Statuses statuses;
    final ModuleBundles bundles;
    final ModuleWorld world;
    final Convergence convergence;
    final Operations runner;
    private final SequentialIds ids = new SequentialIds();

    EngineRoom(TestDatabase database) {
        artefacts = new ArtefactStore(database.store("modules"), database.transactions());
        desired = new DesiredStore(database.store("modules"));
        operations = new OperationStore(database.store("modules"));
        Archives archives = new Archives(artefacts);
        statuses = new Statuses(clock, hints::add);
        bundles = new ModuleBundles(
                framework, traffic, new Limits(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(1)));
        world = new ModuleWorld(framework, bundles, statuses);
        convergence = new Convergence(
                new Convergence.Places(desired, artefacts, archives, bundles), world, statuses, node, clock);
        runner = new Operations(
                new Operations.Records(
                        desired, operations, artefacts, archives, database.transactions(), new Told(), clock),
                bundles,
                traffic,
                statuses,
                convergence);
    }

    /** Hints of operations and modules go into one list. */
    private final class Told implements NodeHints {

        @Override
        public void tell(String type) {
            hints.add(type);
        }

        @Override
        public void tell(String type, String id) {
            hints.add(type);
        }
    }

    ModuleArchive keep(TestKar kar) {
        try {
            Path file = Files.createTempFile("room", ".kar");
            try {
                Files.write(file, kar.bytes());
                ModuleArchive archive = ArchiveReader.open(file).archive();
                artefacts.add(
                        new Artefact(
                                archive.id(),
                                archive.module(),
                                archive.version(),
                                Origin.UPLOADED,
                                Optional.empty(),
                                archive.size(),
                                archive.description(),
                                clock.instant(),
                                Optional.of("Ann")),
                        file);
                return archive;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void want(ModuleArchive archive) {
        desired.put(new Desired(
                archive.module(),
                archive.id(),
                Optional.empty(),
                Origin.UPLOADED,
                Desired.State.WANTED,
                Optional.empty(),
                clock.instant()));
    }

    /** Brings everything that is wanted up, as a start of the process does. */
    void converge() {
        List<Desired> wanted = desired.all();
        convergence.announce(wanted);
        Set<String> different = convergence.different(wanted);
        convergence.put(wanted, different);
        convergence.start(Set.copyOf(statuses.all().keySet()));
        framework.calls.clear();
    }

    Operation operate(Action action, String module, Optional<ModuleArchive> archive) {
        Planner planner = world.planner();
        InstallPlan plan = archive.map(
                        to -> planner.change(action, module, new Planner.Target(to, true, Optional.empty())))
                .orElseGet(() -> planner.remove(module));
        plan.refusal().ifPresent(reason -> {
            throw new AssertionError(reason);
        });
        Operation operation = new Operation(
                ids.next(),
                action,
                module,
                plan.from(),
                plan.to(),
                Operation.State.RUNNING,
                Operation.Step.PREPARE,
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                node.owner(),
                "Ann");
        operations.begin(operation);
        runner.run(operation, plan);
        return operations.find(operation.id()).orElseThrow();
    }
}
