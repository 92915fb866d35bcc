package io.kontor.modules.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.modules.internal.TestKar;
import io.kontor.modules.internal.archive.ModuleArchive;
import io.kontor.modules.internal.store.Desired;
import io.kontor.modules.internal.store.Origin;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest(control = "modules")
class ConvergenceTest {

    private final EngineRoom room;
    private final TestDatabase database;

    @TempDir
    private Path folder;

    ConvergenceTest(TestDatabase database) {
        this.database = database;
        this.room = new EngineRoom(database);
    }

    @Test
    void aBareNodeConvergesFromWhatIsKept() {
        ModuleArchive order = room.keep(TestKar.of("order", "1.0.0"));
        room.want(order);
        room.converge();
        assertTrue(room.statuses.is("order", Phase.ACTIVE));
        assertEquals(Set.of(), room.convergence.different(room.desired.all()));
    }

    @Test
    void whatIsNotWantedGoesAndWhatIsAnotherFileIsReplaced() {
        room.want(room.keep(TestKar.of("order", "1.0.0")));
        room.converge();
        room.want(room.keep(TestKar.of("order", "1.0.1")));
        assertEquals(Set.of("order"), room.convergence.different(room.desired.all()));
        room.bundles.stop("order");
        room.converge();
        assertEquals("1.0.1", room.statuses.of("order").orElseThrow().artefact().version());
        assertEquals(1, room.framework.installed().size());
    }

    @Test
    void aModuleThatThrowsAtItsStartHurtsNobodyElse() {
        ModuleArchive broken = room.keep(TestKar.of("broken", "1.0.0"));
        room.framework.failing.put(broken.bundles().get(0).sha256(), FakeFramework.throwing());
        room.want(broken);
        room.want(room.keep(TestKar.of("order", "1.0.0")));
        room.converge();
        assertTrue(room.statuses.is("broken", Phase.FAILED));
        assertTrue(room.statuses.is("order", Phase.ACTIVE));
        assertEquals(List.of(), room.desired.openStarts(room.node.name()));
    }

    @Test
    void aModuleThatHangsAtItsStartIsNotTriedAgain() {
        ModuleArchive broken = room.keep(TestKar.of("broken", "1.0.0"));
        room.framework.failing.put(broken.bundles().get(0).sha256(), FakeFramework.hanging());
        room.want(broken);
        room.converge();
        assertEquals(
                Desired.State.QUARANTINED,
                room.desired.find("broken").orElseThrow().state());
    }

    @Test
    void aStartThatEndsTheProcessIsRemembered() {
        room.desired.starting("order", "node", room.clock.instant());
        room.desired.starting("order", "node", room.clock.instant());
        room.desired.starting("order", "other", room.clock.instant());
        assertEquals(2, room.desired.openStarts("node").get(0).tries());
        room.desired.started("order", "node");
        assertEquals(List.of(), room.desired.openStarts("node"));
        assertEquals(1, room.desired.openStarts("other").size());
    }

    @Test
    void aModuleDuringWhoseStartTheProcessEndsAgainAndAgainIsQuarantined() {
        room.want(room.keep(TestKar.of("order", "1.0.0")));
        for (int tries = 0; tries < 3; tries++) {
            room.desired.starting("order", room.node.name(), room.clock.instant());
        }
        room.convergence.quarantineWhatEndsTheProcess(3);
        room.converge();
        assertTrue(room.statuses.is("order", Phase.QUARANTINED));
        assertEquals(List.of(), room.framework.installed());
    }

    @Test
    void theDistributionIsFollowedWhereNobodyDecidedOtherwise() throws IOException {
        ship("order", "1.0.0");
        ship("deal", "1.0.0");
        ship("gone", "1.0.0");
        follow();
        assertEquals(3, room.desired.all().size());
        remove("gone");
        room.clock.advance(Duration.ofMinutes(1));
        ModuleArchive uploaded = room.keep(TestKar.of("deal", "1.0.5"));
        room.want(uploaded);
        room.clock.advance(Duration.ofMinutes(1));
        follow();
        assertEquals("1.0.5", version("deal"));
        ship("order", "1.1.0");
        ship("deal", "1.0.4");
        ship("gone", "1.1.0");
        follow();
        assertEquals("1.1.0", version("order"));
        assertEquals("1.0.5", version("deal"));
        assertEquals(
                Desired.State.REMOVED, room.desired.find("gone").orElseThrow().state());
        ship("deal", "1.0.6");
        follow();
        assertEquals("1.0.6", version("deal"));
        assertEquals(
                Optional.of(uploaded.id()),
                room.desired.find("deal").orElseThrow().previous());
    }

    @Test
    void whoWentBackStaysThereUntilSomethingNewerComes() throws IOException {
        ship("order", "1.1.0");
        follow();
        room.clock.advance(Duration.ofMinutes(1));
        room.want(room.keep(TestKar.of("order", "1.0.0")));
        room.clock.advance(Duration.ofMinutes(1));
        follow();
        assertEquals("1.0.0", version("order"));
    }

    @Test
    void archivesLargerThanAPartComeBackAsTheyWere() throws IOException {
        byte[] noise = new byte[2_500_000];
        new java.util.Random(7).nextBytes(noise);
        TestKar kar = TestKar.of("order", "1.0.0").entry("noise", noise);
        ModuleArchive archive = room.keep(kar);
        Path copy = folder.resolve("copy.kar");
        assertTrue(room.artefacts.copy(archive.id(), copy));
        assertEquals(-1, Files.mismatch(copy, kar.write(folder, "original.kar")));
        room.artefacts.delete(archive.id());
        assertEquals(false, room.artefacts.copy(archive.id(), copy));
    }

    private void ship(String module, String version) {
        TestKar.of(module, version).write(folder, module + ".kar");
    }

    private void follow() {
        new ShippedModules(folder, room.artefacts, room.desired, database.transactions(), room.clock).follow();
    }

    private void remove(String module) {
        Desired one = room.desired.find(module).orElseThrow();
        room.desired.put(new Desired(
                module,
                one.artefact(),
                Optional.empty(),
                Origin.SHIPPED,
                Desired.State.REMOVED,
                Optional.empty(),
                room.clock.instant()));
    }

    private String version(String module) {
        return room.artefacts
                .find(room.desired.find(module).orElseThrow().artefact())
                .orElseThrow()
                .version()
                .toString();
    }
}
