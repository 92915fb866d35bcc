package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.JobOutcome;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "jobs")
class JobsTest {

    private final TestDatabase database;
    private final JobsWorld world;

    JobsTest(TestDatabase database) {
        this.database = database;
        this.world = new JobsWorld(database);
    }

    @BeforeEach
    void start() {
        world.start("first");
    }

    @AfterEach
    void stop() {
        world.stop();
    }

    @Test
    void aPlanOfACommittedTransactionRunsOnceWithItsDataInItsWorkspace() throws InterruptedException {
        world.handle(run -> {
            assertEquals(database.workspace(), database.workspaces().current());
            world.seen.add(run.data(JobsWorld.Page.class).number());
            return JobOutcome.done();
        });
        world.plan("a", world.clock.instant(), 7);
        assertEquals(7, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
        assertTrue(world.seen.isEmpty());
    }

    @Test
    void aPlanOfATransactionThatRollsBackNeverRuns() throws InterruptedException {
        world.note();
        assertThrows(
                IllegalStateException.class,
                () -> database.transactions().run(() -> {
                    world.plan("a", world.clock.instant(), 1);
                    throw new IllegalStateException("the business failed");
                }));
        world.plan("b", world.clock.instant(), 2);
        assertEquals(2, world.next());
        assertTrue(world.quiet());
    }

    @Test
    void aPlanForTomorrowRunsWhenItIsTomorrow() throws InterruptedException {
        world.note();
        world.plan("a", world.clock.instant().plus(Duration.ofDays(1)), 3);
        assertTrue(world.quiet());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(2)));
        assertEquals(3, world.next());
    }

    @Test
    void aFailedRunIsDoneAgainFromItsLastCheckpoint() throws InterruptedException {
        world.handle(run -> {
            int number = run.data(JobsWorld.Page.class).number();
            world.seen.add(number);
            if (run.attempt() == 1) {
                run.checkpoint(new JobsWorld.Page(number + 1));
                throw new IllegalStateException("the shop did not answer");
            }
            return JobOutcome.done();
        });
        world.plan("a", world.clock.instant(), 10);
        assertEquals(10, world.next());
        assertEquals(11, world.next());
        JobsWorld.waitUntil(() -> world.planned() == 0);
    }

    @Test
    void aCheckpointThatRollsBackWithItsWorkIsNotKept() throws InterruptedException {
        world.handle(run -> {
            world.seen.add(run.data(JobsWorld.Page.class).number());
            if (run.attempt() == 1) {
                database.transactions().run(() -> {
                    run.checkpoint(new JobsWorld.Page(99));
                    throw new IllegalStateException("the page could not be written");
                });
            }
            return JobOutcome.done();
        });
        world.plan("a", world.clock.instant(), 20);
        assertEquals(20, world.next());
        assertEquals(20, world.next());
    }

    @Test
    void aPlanWhoseModuleIsAwayWaitsForIt() throws InterruptedException {
        world.plan("a", world.clock.instant(), 4);
        assertTrue(world.quiet());
        world.note();
        assertEquals(4, world.next());
    }

    @Test
    void aSecondPlanForTheSameKeyReplacesTheFirst() throws InterruptedException {
        database.transactions().run(() -> {
            world.plan("a", world.clock.instant(), 1);
            world.plan("a", world.clock.instant(), 2);
        });
        world.note();
        assertEquals(2, world.next());
        assertTrue(world.quiet());
    }

    @Test
    void aRunIsToldThatItWasCancelledAndNotPlannedAgain() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        world.handle(run -> {
            world.seen.add(0);
            JobsWorld.waitUntil(run::stopping);
            told.countDown();
            return JobOutcome.again(world.clock.instant());
        });
        world.plan("a", world.clock.instant(), 5);
        assertEquals(0, world.next());
        world.jobs.cancel(JobsWorld.JOB, "a");
        assertTrue(told.await(10, TimeUnit.SECONDS));
        JobsWorld.waitUntil(() -> world.planned() == 0);
        assertTrue(world.quiet());
    }

    @Test
    void whatAKilledProcessHadPickedGoesOnRightAfterTheRestart() throws InterruptedException {
        world.stop();
        world.plan("a", world.clock.instant(), 6);
        world.sql(
                "update {control}.jobs_plan set picked = 1, picked_by = 'node/killed', last_heartbeat = ?",
                world.clock.instant());
        world.note();
        world.start("second");
        assertEquals(6, world.next());
    }

    @Test
    void pausesGrowAndHaveALimit() {
        assertEquals(Duration.ofSeconds(1), JobDispatch.pause(1));
        assertEquals(Duration.ofSeconds(8), JobDispatch.pause(4));
        assertTrue(JobDispatch.pause(100).compareTo(Duration.ofMinutes(5)) <= 0);
        assertFalse(JobDispatch.pause(100).isNegative());
    }
}
