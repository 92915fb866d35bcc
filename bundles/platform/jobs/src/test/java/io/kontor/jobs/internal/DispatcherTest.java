package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.Node;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "jobs")
class DispatcherTest {

    private static final String JOB = "test.count";

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final List<Integer> done = new CopyOnWriteArrayList<>();
    private TestNode node;

    DispatcherTest(TestDatabase database) {
        this.database = database;
    }

    /** The data of the tests' jobs. */
    record Count(int number) {}

    /** One node, put together by hand. */
    private final class TestNode {

        private final PlanStore plans;
        private final Dispatcher dispatcher;
        private final StoredJobs jobs;

        private TestNode(String name, String incarnation) {
            plans = new PlanStore(database.store("jobs"), database.transactions(), new Node(name, incarnation));
            dispatcher = new Dispatcher(plans, database.workspaces(), new ThreadActorContext(), clock);
            jobs = new StoredJobs(plans, dispatcher, database.transactions(), database.workspaces());
        }
    }

    private record Handler(String job, Function<JobRun, JobOutcome> work, int concurrency) implements JobHandler {

        @Override
        public JobOutcome run(JobRun run) {
            return work.apply(run);
        }
    }

    @BeforeEach
    void start() {
        node = new TestNode("node", "1");
    }

    @AfterEach
    void stop() throws InterruptedException {
        node.dispatcher.stop();
    }

    private static Handler handler(Function<JobRun, JobOutcome> work) {
        return new Handler(JOB, work, 2);
    }

    private JobOutcome count(JobRun run) {
        done.add(run.data(Count.class).number());
        return JobOutcome.done();
    }

    private void plan(String key, int number, Duration in) {
        node.jobs.plan(JOB, key, clock.instant().plus(in), new Count(number));
    }

    private long planned() {
        return database.store("jobs")
                .sql()
                .one("select count(*) as n from {control}.jobs_plan", row -> row.number("n"))
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It did not happen within 20 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDueJobRunsOnceInItsWorkspaceAndItsPlanIsGone() {
        List<String> where = new CopyOnWriteArrayList<>();
        node.dispatcher.addHandler(handler(run -> {
            where.add(database.workspaces().current().value());
            return count(run);
        }));

        plan("a", 1, Duration.ZERO);

        await(() -> planned() == 0);
        assertEquals(List.of(1), done);
        assertEquals(List.of("main"), where);
    }

    @Test
    void aPlanCommitsAndRollsBackWithTheBusiness() {
        node.dispatcher.addHandler(handler(this::count));

        assertThrows(
                IllegalArgumentException.class,
                () -> database.transactions().run(() -> {
                    plan("lost", 1, Duration.ZERO);
                    throw new IllegalArgumentException("changed my mind");
                }));
        database.transactions().run(() -> plan("kept", 2, Duration.ZERO));

        await(() -> planned() == 0);
        assertEquals(List.of(2), done);
    }

    @Test
    void aJobWaitsForItsTimeByOurClock() {
        node.dispatcher.addHandler(handler(this::count));
        plan("later", 1, Duration.ofHours(1));
        plan("now", 2, Duration.ZERO);
        await(() -> planned() == 1);
        assertEquals(List.of(2), done);

        clock.advance(Duration.ofHours(2));

        await(() -> planned() == 0);
        assertEquals(List.of(2, 1), done);
    }

    @Test
    void aPlanWaitsForAHandlerThatIsAway() {
        plan("a", 1, Duration.ZERO);

        node.dispatcher.addHandler(handler(this::count));

        await(() -> planned() == 0);
        assertEquals(List.of(1), done);
    }

    @Test
    void aSecondPlanWithTheSameKeyReplacesTheFirst() {
        plan("a", 1, Duration.ZERO);
        plan("a", 2, Duration.ZERO);
        node.dispatcher.addHandler(handler(this::count));

        await(() -> planned() == 0);

        assertEquals(List.of(2), done);
    }

    @Test
    void aPlanMadeDuringARunIsDoneAfterIt() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        node.dispatcher.addHandler(handler(run -> {
            running.countDown();
            await(replaced);
            return count(run);
        }));
        plan("a", 1, Duration.ZERO);
        await(running);

        plan("a", 2, Duration.ZERO);
        replaced.countDown();

        await(() -> planned() == 0);
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void aFailedRunGoesOnFromItsCheckpointAfterAPause() {
        node.dispatcher.addHandler(handler(run -> {
            count(run);
            if (run.attempt() == 1) {
                run.checkpoint(new Count(5));
                throw new IllegalStateException("the shop does not answer");
            }
            return JobOutcome.done();
        }));
        plan("a", 1, Duration.ZERO);
        await(() -> node.plans.counts(clock.instant().plusSeconds(60)).failing() == 1);

        clock.advance(Duration.ofMinutes(1));

        await(() -> planned() == 0);
        assertEquals(List.of(1, 5), done);
    }

    @Test
    void anotherRunIsPlannedByTheOutcome() {
        node.dispatcher.addHandler(handler(run -> {
            count(run);
            return done.size() < 3 ? JobOutcome.again(clock.instant()) : JobOutcome.done();
        }));
        plan("a", 1, Duration.ZERO);

        await(() -> planned() == 0);

        assertEquals(List.of(1, 1, 1), done);
    }

    @Test
    void aSlowJobDoesNotHoldUpAnother() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        node.dispatcher.addHandler(new Handler(
                "test.slow",
                run -> {
                    atOnce.incrementAndGet();
                    await(release);
                    return JobOutcome.done();
                },
                1));
        node.dispatcher.addHandler(handler(this::count));
        node.jobs.plan("test.slow", "1", clock.instant(), new Count(0));
        node.jobs.plan("test.slow", "2", clock.instant(), new Count(0));

        plan("a", 1, Duration.ZERO);

        await(() -> done.size() == 1);
        assertEquals(1, atOnce.get());
        release.countDown();
        await(() -> planned() == 0);
    }

    @Test
    void aCancelledRunIsAskedToStopAndItsPlanGoes() {
        CountDownLatch running = new CountDownLatch(1);
        node.dispatcher.addHandler(handler(run -> {
            running.countDown();
            await(run::stopping);
            return JobOutcome.again(clock.instant());
        }));
        plan("a", 1, Duration.ZERO);
        await(running);

        node.jobs.cancel(JOB, "a");

        await(() -> planned() == 0);
    }

    @Test
    void aHandlerThatLeavesComesToACheckpointAndIsResumedLater() {
        CountDownLatch running = new CountDownLatch(1);
        Handler leaving = handler(run -> {
            running.countDown();
            await(run::stopping);
            run.checkpoint(new Count(7));
            return JobOutcome.again(clock.instant());
        });
        node.dispatcher.addHandler(leaving);
        plan("a", 1, Duration.ZERO);
        await(running);

        node.dispatcher.removeHandler(leaving);
        node.dispatcher.addHandler(handler(this::count));

        await(() -> planned() == 0);
        assertEquals(List.of(7), done);
    }

    @Test
    void aRestartedNodeFreesItsDeadRunsFirst() throws InterruptedException {
        plan("a", 1, Duration.ZERO);
        assertEquals(1, node.plans.pick(JOB, clock.instant(), 10).size());
        node.dispatcher.stop();

        node = new TestNode("node", "2");
        node.dispatcher.addHandler(handler(this::count));

        await(() -> planned() == 0);
        assertEquals(List.of(1), done);
    }

    @Test
    void whoLostItsRunToAnotherNodeChangesNothing() {
        plan("a", 1, Duration.ZERO);
        Plan.Picked lost = node.plans.pick(JOB, clock.instant(), 1).get(0);
        new PlanStore(database.store("jobs"), database.transactions(), new Node("node", "2"));
        node.plans.pick(JOB, clock.instant(), 1);

        node.plans.finish(lost, Optional.empty());

        assertEquals(1, planned());
        assertFalse(node.plans.checkpoint(lost, "{}"));
    }
}
