package io.kontor.jobs.internal;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.internal.Plan.Id;
import io.kontor.jobs.internal.Plan.Picked;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.WorkspaceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due plans for the handlers that are there and have room. Plans of a handler that is away wait. A commit of this
 * node wakes it at once; otherwise it looks every second.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(PlanStore.LEASE_SECONDS) / 4;

    private final PlanStore plans;
    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final Clock clock;
    private final Map<String, Bulkhead> handlers = new ConcurrentHashMap<>();
    private final Semaphore wakes = new Semaphore(0);
    private final ExecutorService runners = Executors.newCachedThreadPool(work -> daemon(work, "kontor-job"));
    private final Thread thread = daemon(this::loop, "kontor-jobs");
    private long beatAt;
    private volatile boolean stopping;

    @Activate
    public Dispatcher(
            @Reference PlanStore plans,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors,
            @Reference Clock clock) {
        this.plans = plans;
        this.workspaces = workspaces;
        this.actors = actors;
        this.clock = clock;
        thread.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        thread.join(PATIENCE.toMillis());
        handlers.values().forEach(Dispatcher::close);
        runners.shutdown();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(JobHandler handler) {
        handlers.put(handler.job(), new Bulkhead(handler));
        wake();
    }

    /** Waits until its runs have come to a checkpoint, so that the module is not pulled away beneath them. */
    void removeHandler(JobHandler handler) {
        Bulkhead bulkhead = handlers.get(handler.job());
        if (bulkhead != null && bulkhead.handler() == handler) {
            handlers.remove(handler.job(), bulkhead);
            close(bulkhead);
        }
    }

    private static void close(Bulkhead bulkhead) {
        try {
            if (!bulkhead.close(PATIENCE)) {
                LOG.warn("Job {} did not stop within {}", bulkhead.handler().job(), PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while job {} was stopping", bulkhead.handler().job(), e);
        }
    }

    /** Asks to look for due plans soon. */
    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    void askToStop(Id id) {
        Bulkhead bulkhead = handlers.get(id.job());
        if (bulkhead != null) {
            bulkhead.askToStop(id);
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                pass();
                if (wakes.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException e) {
                LOG.debug("Interrupted; stopping", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Due jobs could not be read; trying again in a moment", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass() {
        if (System.nanoTime() - beatAt > HEARTBEAT_NANOS) {
            plans.heartbeat();
            plans.freeAbandonedRuns();
            plans.cancelledHere().forEach(this::askToStop);
            beatAt = System.nanoTime();
        }
        if (handlers.isEmpty()) {
            return;
        }
        for (String job : plans.due(clock.instant())) {
            Bulkhead bulkhead = handlers.get(job);
            if (bulkhead != null && bulkhead.room() > 0) {
                plans.pick(job, clock.instant(), bulkhead.room()).forEach(picked -> begin(bulkhead, picked));
            }
        }
    }

    private void begin(Bulkhead bulkhead, Picked picked) {
        Run run = new Run(picked, plans, bulkhead.mapper());
        if (bulkhead.enter(run)) {
            runners.execute(() -> work(bulkhead, run));
        } else {
            plans.finish(picked, Optional.of(clock.instant()));
        }
    }

    private void work(Bulkhead bulkhead, Run run) {
        Id id = run.picked().id();
        try {
            JobOutcome outcome = workspaces.call(
                    id.workspace(),
                    () -> actors.call(
                            Actor.system(id.job()), () -> bulkhead.handler().run(run)));
            plans.finish(run.picked(), outcome.again());
        } catch (RuntimeException e) {
            failed(run.picked(), e);
        } finally {
            bulkhead.leave(run);
            wake();
        }
    }

    private void failed(Picked picked, RuntimeException failure) {
        Duration pause = Pauses.after(picked.failures() + 1);
        LOG.warn("Job {} failed and is tried again in {}", picked.id(), pause, failure);
        try {
            plans.fail(picked, clock.instant().plus(pause), Pauses.reason(failure));
        } catch (RuntimeException e) {
            LOG.warn("The failure of job {} could not be written; its lease will end", picked.id(), e);
        }
    }
}
