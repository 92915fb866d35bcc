package io.kontor.modules.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.TestKar;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.Operation;
import io.kontor.modules.internal.store.Operation.State;
import io.kontor.store.UniqueViolation;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "modules")
class OperationsTest {

    private final EngineRoom room;

    OperationsTest(TestDatabase database) {
        room = new EngineRoom(database);
    }

    private ModuleArchive order(String version) {
        return room.keep(TestKar.of("order", version)
                .bundle("io.kontor.order-api", "1.0.0", "Export-Package: io.kontor.order;version=1.0.0"));
    }

    private ModuleArchive deal() {
        return room.keep(TestKar.of("deal", "1.0.0", "Import-Package: io.kontor.order;version=\"[1.0,2)\""));
    }

    private void running(ModuleArchive... archives) {
        for (ModuleArchive archive : archives) {
            room.want(archive);
        }
        room.converge();
        for (ModuleArchive archive : archives) {
            assertTrue(room.statuses.is(archive.module(), Phase.ACTIVE));
        }
    }

    @Test
    void anUpdateHoldsStopsReplacesStartsAndLetsGoOn() {
        running(order("1.0.0"), deal());
        Operation done = room.operate(Action.UPDATE, "order", Optional.of(order("1.0.1")));
        assertEquals(State.DONE, done.state());
        // The api is the same file, so it stays where it is, and its users stay wired to it.
        assertEquals(
                List.of(
                        "hold [deal, order]",
                        "drain",
                        "stop io.kontor.deal",
                        "stop io.kontor.order",
                        "stop io.kontor.order-api",
                        "uninstall io.kontor.order",
                        "install io.kontor.order 1.0.1",
                        "refresh",
                        "start io.kontor.order-api",
                        "start io.kontor.order",
                        "start io.kontor.deal",
                        "release [deal, order]"),
                room.framework.calls);
        Desired wanted = room.desired.find("order").orElseThrow();
        assertEquals(
                "1.0.1",
                room.artefacts.find(wanted.artefact()).orElseThrow().version().toString());
        assertTrue(wanted.previous().isPresent());
        assertTrue(room.statuses.is("deal", Phase.ACTIVE));
        assertFalse(room.operations.running());
    }

    @Test
    void anUpdateThatThrowsGoesBackToWhatWasThere() {
        ModuleArchive former = order("1.0.0");
        running(former, deal());
        ModuleArchive broken = order("1.0.1");
        room.framework.failing.put(main(broken), FakeFramework.throwing());
        Operation failed = room.operate(Action.UPDATE, "order", Optional.of(broken));
        assertEquals(State.ROLLED_BACK, failed.state());
        assertEquals("modules.start-threw", failed.reason().orElseThrow().code());
        assertEquals("no luck", failed.reason().orElseThrow().arguments().get("message"));
        assertEquals(former.id(), room.desired.find("order").orElseThrow().artefact());
        assertTrue(room.statuses.is("order", Phase.ACTIVE));
        assertTrue(room.statuses.is("deal", Phase.ACTIVE));
        assertEquals(Set.of(), room.traffic.held);
    }

    @Test
    void anUpdateWhoseDependentIsNotReadyGoesBack() {
        running(order("1.0.0"), deal());
        room.framework.unready.put("deal", ModuleReason.NOT_SATISFIED.with(Map.of("component", "c", "reference", "r")));
        Operation failed = room.operate(Action.UPDATE, "order", Optional.of(order("1.0.1")));
        assertEquals("modules.not-satisfied", failed.reason().orElseThrow().code());
    }

    @Test
    void aFailedInstallationLeavesNothing() {
        ModuleArchive broken = order("1.0.0");
        room.framework.failing.put(main(broken), FakeFramework.throwing());
        Operation failed = room.operate(Action.INSTALL, "order", Optional.of(broken));
        assertEquals(State.FAILED, failed.state());
        assertEquals(Optional.empty(), room.desired.find("order"));
        assertEquals(List.of(), room.framework.installed());
        assertEquals(Set.of("order"), room.traffic.forgotten);
    }

    @Test
    void anInstallationThatHangsIsQuarantinedAndLeftAloneFromThenOn() {
        ModuleArchive hanging = order("1.0.0");
        room.framework.failing.put(main(hanging), FakeFramework.hanging());
        Operation failed = room.operate(Action.INSTALL, "order", Optional.of(hanging));
        assertEquals("modules.start-hangs", failed.reason().orElseThrow().code());
        assertEquals(
                Desired.State.QUARANTINED,
                room.desired.find("order").orElseThrow().state());
        assertTrue(room.statuses.is("order", Phase.QUARANTINED));
        room.converge();
        assertTrue(room.statuses.is("order", Phase.QUARANTINED));
    }

    @Test
    void aRemovalKeepsWhoeverNeedsTheModuleWaitingUntilItIsBack() {
        ModuleArchive order = order("1.0.0");
        running(order, deal());
        assertEquals(
                State.DONE,
                room.operate(Action.REMOVE, "order", Optional.empty()).state());
        assertEquals(
                Desired.State.REMOVED, room.desired.find("order").orElseThrow().state());
        Status deal = room.statuses.of("deal").orElseThrow();
        assertEquals(Phase.WAITING, deal.phase());
        assertEquals("it waits for order", deal.reason().orElseThrow().toString());
        room.operate(Action.INSTALL, "order", Optional.of(order));
        assertEquals(Set.of("deal"), room.convergence.revivable());
        room.convergence.start(room.convergence.revivable());
        assertTrue(room.statuses.is("deal", Phase.ACTIVE));
    }

    @Test
    void whoNeedsOneThatWaitsWaitsForThatOne() {
        ModuleArchive api = room.keep(TestKar.of("deal", "1.0.0", "Import-Package: io.kontor.order")
                .bundle("io.kontor.deal-api", "1.0.0", "Export-Package: io.kontor.deal"));
        running(order("1.0.0"), api, room.keep(TestKar.of("leaf", "1.0.0", "Import-Package: io.kontor.deal")));
        room.operate(Action.REMOVE, "order", Optional.empty());
        assertEquals(
                "it waits for deal",
                room.statuses.of("leaf").orElseThrow().reason().orElseThrow().toString());
    }

    @Test
    void everyStepIsWrittenDownBeforeItIsDone() {
        running(order("1.0.0"));
        room.hints.clear();
        room.operate(Action.UPDATE, "order", Optional.of(order("1.0.1")));
        assertTrue(room.hints.stream().filter("operation"::equals).count() >= 8, room.hints::toString);
    }

    @Test
    void oneOperationRunsAtATimeAndWhatAProcessLeftBehindIsTold() {
        Operation open = operation(1);
        room.operations.begin(open);
        assertThrows(UniqueViolation.class, () -> room.operations.begin(operation(2)));
        room.operations.step(open.id(), Operation.Step.START, room.clock.instant());
        room.operations.interruptOwn(room.node, room.clock.instant());
        Operation left = room.operations.find(open.id()).orElseThrow();
        assertEquals(State.INTERRUPTED, left.state());
        assertEquals("start", left.reason().orElseThrow().arguments().get("step"));
        room.operations.begin(operation(3));
    }

    private Operation operation(long number) {
        return new Operation(
                new UUID(0, number),
                Action.UPDATE,
                "order",
                Optional.empty(),
                Optional.empty(),
                State.RUNNING,
                Operation.Step.PREPARE,
                Optional.empty(),
                room.clock.instant(),
                Optional.empty(),
                room.node.owner(),
                "Ann");
    }

    private static String main(ModuleArchive archive) {
        return archive.bundles().get(archive.bundles().size() - 1).sha256();
    }
}
