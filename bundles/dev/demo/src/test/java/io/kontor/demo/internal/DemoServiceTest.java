package io.kontor.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.customer.SourceAccountId;
import io.kontor.demo.internal.KeptShop.Phase;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.RecordingRemovals;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "demo")
class DemoServiceTest {
    private static final SourceAccountId ACCOUNT = new SourceAccountId(SequentialIds.of(7));

    private final DemoStore store;
    private final RecordingRemovals removals = new RecordingRemovals();
    private final RecordingJobs jobs = new RecordingJobs();
    private final RecordingAuditLog audit = new RecordingAuditLog();
    private final DemoService demo;

    DemoServiceTest(TestDatabase database) {
        store = new DemoStore(database.store("demo"));
        demo = new DemoService(
                store, removals, database.transactions(), jobs, audit, database.workspaces(), new TestClock());
    }

    @Test
    void whereThereIsNoSampleDataNothingIsRemoved() {
        assertEquals(new DemoService.Standing(Optional.empty(), List.of()), demo.remove());
        assertEquals(List.of(), jobs.plans());
        assertEquals(List.of(), audit.entries());
    }

    @Test
    void aShopThatStillLivesThroughItsPastIsLeftAlone() {
        keep(Phase.WALKING);
        KontorException refused = assertThrows(KontorException.class, demo::remove);
        assertEquals(DemoError.WALKING, refused.error());
        assertEquals(Optional.of(Phase.WALKING), demo.standing().phase());
        assertEquals(List.of(), jobs.plans());
    }

    @Test
    void aRemovalIsPlannedOnceAndTellsHowFarItIs() {
        keep(Phase.READY);
        removals.announce("order");

        demo.remove();
        DemoService.Standing again = demo.remove();

        assertEquals(Optional.of(Phase.REMOVING), again.phase());
        assertEquals(removals.parts(ACCOUNT), again.parts());
        assertEquals(1, jobs.plans().size());
        assertEquals(List.of("demo.removal-begun"), audit.actions());
    }

    @Test
    void aStoryThatBrokeOffCanBeRemovedToo() {
        keep(Phase.BROKEN);
        assertEquals(Optional.of(Phase.REMOVING), demo.remove().phase());
    }

    private void keep(Phase phase) {
        KeptShop fresh = KeptShop.fresh(
                new UserId(SequentialIds.of(1)),
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"),
                new byte[] {1},
                WalkState.begin(TestClock.MONDAY));
        store.insert(fresh);
        store.update(fresh.connectedAs(ACCOUNT).in(phase, ""));
    }
}
