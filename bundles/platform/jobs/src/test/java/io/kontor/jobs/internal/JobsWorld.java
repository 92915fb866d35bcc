package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.MovableClock;
import io.kontor.kernel.Node;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.testkit.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** One node with its jobs; what a handler has seen, it puts into {@link #seen}. */
final class JobsWorld {

    static final String JOB = "library.remind";

    /** So fast that a run is taken for dead after a second and a half. */
    private static final JobScheduler.Rhythm FAST =
            new JobScheduler.Rhythm(Duration.ofMillis(100), Duration.ofMillis(250));

    final TestDatabase database;
    final MovableClock clock = new MovableClock(Clock.systemUTC());
    final Handlers handlers = new Handlers();
    final BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
    final PlanStore plans;
    JobScheduler scheduler;
    PlannedJobs jobs;

    record Page(int number) {}

    JobsWorld(TestDatabase database) {
        this.database = database;
        this.plans = new PlanStore(database.store("jobs"), database.transactions());
    }

    void start(String incarnation) {
        scheduler = new JobScheduler(
                database.server(),
                plans,
                new JobDispatch(plans, handlers, database.workspaces(), new ThreadActorContext(), clock),
                new Node("node", incarnation),
                clock,
                FAST);
        jobs = new PlannedJobs(plans, scheduler, database.transactions(), database.workspaces());
    }

    void stop() {
        scheduler.stop();
    }

    void plan(String key, Instant due, int number) {
        jobs.plan(JOB, key, due, new Page(number));
    }

    JobHandler handle(Function<JobRun, JobOutcome> work) {
        JobHandler handler = new JobHandler() {
            @Override
            public String job() {
                return JOB;
            }

            @Override
            public JobOutcome run(JobRun run) {
                return work.apply(run);
            }
        };
        handlers.add(handler);
        return handler;
    }

    /** A handler that notes the number of its page and is done. */
    JobHandler note() {
        return handle(run -> {
            seen.add(run.data(Page.class).number());
            return JobOutcome.done();
        });
    }

    int next() throws InterruptedException {
        Integer number = seen.poll(15, TimeUnit.SECONDS);
        assertTrue(number != null, "no run within 15 s");
        return number;
    }

    /** Whether nothing is seen for longer than a run without heartbeats would be left alone. */
    boolean quiet() throws InterruptedException {
        return seen.poll(2500, TimeUnit.MILLISECONDS) == null;
    }

    long planned() {
        return number("select count(*) as number from {control}.jobs_plan");
    }

    long number(String query) {
        return database.store("jobs")
                .sql()
                .one(query, row -> row.number("number"))
                .orElseThrow();
    }

    void sql(String statement, Object... values) {
        database.transactions().run(() -> database.store("jobs").sql().update(statement, values));
    }

    /** What another process does when it takes this one for dead; its own heartbeats last for the whole test. */
    void takenByAnother() {
        sql(
                "update {control}.jobs_plan set picked = 1, picked_by = 'other/1', version = version + 2, last_heartbeat = ?",
                clock.instant().plus(Duration.ofHours(1)));
    }

    static void waitUntil(Supplier<Boolean> condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.get()) {
            assertTrue(System.nanoTime() < limit, "did not happen within 15 s");
            Thread.onSpinWait();
        }
    }
}
