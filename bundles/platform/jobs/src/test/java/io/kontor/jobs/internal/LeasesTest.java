package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a run while it is under way. */
@DatabaseTest(control = "jobs")
class LeasesTest {

    private final TestDatabase database;
    private final JobsWorld world;
    private final CountDownLatch release = new CountDownLatch(1);

    LeasesTest(TestDatabase database) {
        this.database = database;
        this.world = new JobsWorld(database);
    }

    @BeforeEach
    void start() {
        world.start("first");
    }

    @AfterEach
    void stop() {
        release.countDown();
        world.stop();
    }

    @Test
    void aPlanMadeDuringARunFollowsItWithItsOwnData() throws InterruptedException {
        world.handle(this::noteAndAwaitRelease);
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.plan("a", now(), 2);
        assertTrue(world.quiet(), "the run under way goes on alone");
        release.countDown();
        assertEquals(2, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
        assertTrue(world.quiet());
    }

    @Test
    void aPlanForLaterMadeDuringARunIsNotDoneWhenThatEnds() throws InterruptedException {
        world.handle(this::noteAndAwaitRelease);
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.plan("a", now().plus(Duration.ofDays(1)), 2);
        release.countDown();
        assertTrue(world.quiet());
        world.clock.set(now().plus(Duration.ofDays(2)));
        assertEquals(2, world.next());
    }

    @Test
    void aRunWhoseLeaseWasLostCommitsNoCheckpointAndNothingBesideIt() throws InterruptedException {
        world.handle(run -> {
            noteAndAwaitRelease(run);
            database.transactions().run(() -> {
                world.plan("written beside it", now().plus(Duration.ofDays(1)), 3);
                run.checkpoint(new JobsWorld.Page(2));
            });
            return JobOutcome.done();
        });
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.takenByAnother();
        release.countDown();
        assertTrue(world.quiet());
        assertEquals(1, world.planned());
        assertEquals(1, world.number("""
                select count(*) as number from {control}.jobs_plan
                 where picked = 1 and picked_by = 'other/1' and convert(task_data using utf8mb4) like '%"number":1%'"""));
    }

    @Test
    void aRunWhoseLeaseWasLostEndsWithoutTouchingTheOtherOne() throws InterruptedException {
        world.handle(this::noteAndAwaitRelease);
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.takenByAnother();
        release.countDown();
        assertTrue(world.quiet());
        assertEquals(1, world.number("select count(*) as number from {control}.jobs_plan where picked_by = 'other/1'"));
    }

    @Test
    void aCancelledRunDoesNotEndThePlanThatWasMadeAnewUnderItsName() throws InterruptedException {
        world.handle(this::noteAndAwaitRelease);
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.jobs.cancel(JobsWorld.JOB, "a");
        world.plan("a", now(), 2);
        release.countDown();
        assertEquals(2, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
    }

    @Test
    void aModuleThatLeavesIsHeldUntilItsRunHasSavedHowFarItCame() throws InterruptedException {
        JobHandler leaving = world.handle(run -> {
            world.seen.add(run.data(JobsWorld.Page.class).number());
            JobsWorld.waitUntil(run::stopping);
            run.checkpoint(new JobsWorld.Page(2));
            world.seen.add(-1);
            return JobOutcome.again(now());
        });
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.handlers.remove(leaving);
        assertEquals(-1, world.seen.poll(), "ended before the module was gone");
        assertTrue(world.quiet(), "nobody does it while the module is away");
        world.note();
        assertEquals(2, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
    }

    @Test
    void aModuleThatComesBackAsANewOneTakesOverFromTheOldOne() throws InterruptedException {
        world.handle(run -> {
            world.seen.add(run.data(JobsWorld.Page.class).number());
            JobsWorld.waitUntil(run::stopping);
            run.checkpoint(new JobsWorld.Page(2));
            return JobOutcome.again(now());
        });
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.note();
        assertEquals(2, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
    }

    @Test
    void aRunThatBreaksBecauseItsModuleLeavesHasNotFailed() throws InterruptedException {
        JobHandler leaving = world.handle(run -> {
            world.seen.add(run.attempt());
            JobsWorld.waitUntil(run::stopping);
            throw new IllegalStateException("the module's services are gone");
        });
        world.plan("a", now(), 1);
        assertEquals(1, world.next());
        world.handlers.remove(leaving);
        world.handle(run -> {
            world.seen.add(run.attempt());
            return JobOutcome.done();
        });
        assertEquals(1, world.next(), "the first attempt still");
    }

    @Test
    void leapsOfTheClockNeitherDoubleALivingRunNorMakeAnError() throws InterruptedException {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            world.handle(this::noteAndAwaitRelease);
            world.plan("a", now(), 1);
            assertEquals(1, world.next());
            for (int day = 0; day < 40; day++) {
                world.clock.set(now().plus(Duration.ofDays(1)));
                assertEquals(null, world.seen.poll(100, TimeUnit.MILLISECONDS));
            }
            release.countDown();
            JobsWorld.waitUntil(() -> world.planned() == 0);
        } finally {
            System.setErr(before);
        }
        String log = written.toString(StandardCharsets.UTF_8);
        assertFalse(log.contains("ERROR") || log.contains("WARN"), log);
    }

    @Test
    void aRunOfAProcessThatDiedIsDoneAgainAlsoWhereTheClockStandsInThePast() throws InterruptedException {
        world.clock.set(now().minus(Duration.ofDays(60)));
        world.plan("a", now().plus(Duration.ofHours(1)), 1);
        world.sql(
                "update {control}.jobs_plan set picked = 1, picked_by = 'dead/1', last_heartbeat = ?",
                now().minus(Duration.ofMinutes(1)));
        world.note();
        assertEquals(1, world.next());
    }

    @Test
    void aClockThatWasSetBackStillBringsWhatIsDueByIt() throws InterruptedException {
        world.note();
        assertTrue(world.quiet(), "the scheduler waits for its next look");
        world.clock.set(now().minus(Duration.ofDays(1)));
        database.transactions()
                .run(() -> world.plans.plan(
                        Plan.name(database.workspace(), JobsWorld.JOB, "nobody wakes the scheduler"),
                        now(),
                        ("{\"workspace\":\"" + database.workspace().value() + "\",\"job\":\"" + JobsWorld.JOB
                                        + "\",\"key\":\"a\",\"data\":{\"number\":1}}")
                                .getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, world.next());
    }

    private Instant now() {
        return world.clock.instant();
    }

    private JobOutcome noteAndAwaitRelease(JobRun run) {
        world.seen.add(run.data(JobsWorld.Page.class).number());
        try {
            assertTrue(release.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return JobOutcome.done();
    }
}
