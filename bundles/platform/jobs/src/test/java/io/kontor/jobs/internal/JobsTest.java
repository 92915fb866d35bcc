package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.MovableClock;
import io.kontor.kernel.Node;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "jobs")
class JobsTest {

    private static final String JOB = "library.remind";

    private final TestDatabase database;
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final Handlers handlers = new Handlers();
    private final BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
    private final PlanStore plans;
    private JobScheduler scheduler;
    private PlannedJobs jobs;

    record Page(int number) {}

    JobsTest(TestDatabase database) {
        this.database = database;
        this.plans = new PlanStore(database.store("jobs"), database.transactions());
    }

    @BeforeEach
    void start() {
        scheduler = scheduler("first");
        jobs = new PlannedJobs(plans, scheduler, database.transactions(), database.workspaces());
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void aPlanOfACommittedTransactionRunsOnceWithItsDataInItsWorkspace() throws InterruptedException {
        handle(run -> {
            assertEquals(database.workspace(), database.workspaces().current());
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        jobs.plan(JOB, "a", clock.instant(), new Page(7));
        assertEquals(7, next());
        waitUntil(() -> planned() == 0);
        assertTrue(seen.isEmpty());
    }

    @Test
    void aPlanOfATransactionThatRollsBackNeverRuns() throws InterruptedException {
        handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        assertThrows(
                IllegalStateException.class,
                () -> database.transactions().run(() -> {
                    jobs.plan(JOB, "a", clock.instant(), new Page(1));
                    throw new IllegalStateException("the business failed");
                }));
        jobs.plan(JOB, "b", clock.instant(), new Page(2));
        assertEquals(2, next());
        assertNull(seen.poll(1500, TimeUnit.MILLISECONDS));
    }

    @Test
    void aPlanForTomorrowRunsWhenItIsTomorrow() throws InterruptedException {
        handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        jobs.plan(JOB, "a", clock.instant().plus(Duration.ofDays(1)), new Page(3));
        assertNull(seen.poll(1500, TimeUnit.MILLISECONDS));
        clock.set(clock.instant().plus(Duration.ofDays(2)));
        assertEquals(3, next());
    }

    @Test
    void aFailedRunIsDoneAgainFromItsLastCheckpoint() throws InterruptedException {
        handle(run -> {
            int number = run.data(Page.class).number();
            seen.add(number);
            if (run.attempt() == 1) {
                run.checkpoint(new Page(number + 1));
                throw new IllegalStateException("the shop did not answer");
            }
            return JobOutcome.done();
        });
        jobs.plan(JOB, "a", clock.instant(), new Page(10));
        assertEquals(10, next());
        assertEquals(11, next());
        waitUntil(() -> planned() == 0);
    }

    @Test
    void aCheckpointThatRollsBackWithItsWorkIsNotKept() throws InterruptedException {
        handle(run -> {
            seen.add(run.data(Page.class).number());
            if (run.attempt() == 1) {
                database.transactions().run(() -> {
                    run.checkpoint(new Page(99));
                    throw new IllegalStateException("the page could not be written");
                });
            }
            return JobOutcome.done();
        });
        jobs.plan(JOB, "a", clock.instant(), new Page(20));
        assertEquals(20, next());
        assertEquals(20, next());
    }

    @Test
    void aPlanWhoseModuleIsAwayWaitsForIt() throws InterruptedException {
        jobs.plan(JOB, "a", clock.instant(), new Page(4));
        assertNull(seen.poll(1500, TimeUnit.MILLISECONDS));
        handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        assertEquals(4, next());
    }

    @Test
    void aSecondPlanForTheSameKeyReplacesTheFirst() throws InterruptedException {
        database.transactions().run(() -> {
            jobs.plan(JOB, "a", clock.instant(), new Page(1));
            jobs.plan(JOB, "a", clock.instant(), new Page(2));
        });
        handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        assertEquals(2, next());
        assertNull(seen.poll(1500, TimeUnit.MILLISECONDS));
    }

    @Test
    void aRunIsToldThatItWasCancelledAndNotPlannedAgain() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        handle(run -> {
            seen.add(0);
            waitUntil(run::stopping);
            told.countDown();
            return JobOutcome.again(clock.instant());
        });
        jobs.plan(JOB, "a", clock.instant(), new Page(5));
        assertEquals(0, next());
        jobs.cancel(JOB, "a");
        assertTrue(told.await(10, TimeUnit.SECONDS));
        waitUntil(() -> planned() == 0);
        assertNull(seen.poll(1500, TimeUnit.MILLISECONDS));
    }

    @Test
    void whatAKilledProcessHadPickedGoesOnRightAfterTheRestart() throws InterruptedException {
        scheduler.stop();
        jobs.plan(JOB, "a", clock.instant(), new Page(6));
        database.transactions()
                .run(() -> database.store("jobs")
                        .sql()
                        .update(
                                "update {control}.jobs_plan set picked = 1, picked_by = 'node/killed', last_heartbeat = ?",
                                clock.instant()));
        handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
        scheduler = scheduler("second");
        assertEquals(6, next());
    }

    @Test
    void pausesGrowAndHaveALimit() {
        assertEquals(Duration.ofSeconds(1), JobDispatch.pause(1));
        assertEquals(Duration.ofSeconds(8), JobDispatch.pause(4));
        assertTrue(JobDispatch.pause(100).compareTo(Duration.ofMinutes(5)) <= 0);
        assertFalse(JobDispatch.pause(100).isNegative());
    }

    private JobScheduler scheduler(String incarnation) {
        return new JobScheduler(
                database.server(),
                plans,
                handlers,
                database.workspaces(),
                new SystemActor(),
                new Node("node", incarnation),
                clock);
    }

    private void handle(Function<JobRun, JobOutcome> work) {
        handlers.add(new JobHandler() {
            @Override
            public String job() {
                return JOB;
            }

            @Override
            public JobOutcome run(JobRun run) {
                return work.apply(run);
            }
        });
    }

    private int next() throws InterruptedException {
        Integer number = seen.poll(15, TimeUnit.SECONDS);
        assertTrue(number != null, "no run within 15 s");
        return number;
    }

    private long planned() {
        return database.store("jobs")
                .sql()
                .one("select count(*) as plans from {control}.jobs_plan", row -> row.number("plans"))
                .orElseThrow();
    }

    private static void waitUntil(Supplier<Boolean> condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.get()) {
            assertTrue(System.nanoTime() < limit, "did not happen within 15 s");
            Thread.onSpinWait();
        }
    }

    /** Kontor itself acts. */
    private static final class SystemActor implements ActorContext {
        @Override
        public <T> T call(Actor actor, Supplier<T> work) {
            return work.get();
        }

        @Override
        public Actor current() {
            return Actor.system("test");
        }
    }
}
