package io.kontor.jobs.internal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kontor.jobs.JobOutcome;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a picked run to its handler, with the workspace bound, and writes how it ended. */
final class JobDispatch implements ExecutionHandler<Plan> {

    private static final Logger LOG = LoggerFactory.getLogger(JobDispatch.class);
    private static final Duration HANDLER_AWAY = Duration.ofSeconds(2);
    private static final Duration HANDLER_BUSY = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;

    private final PlanStore plans;
    private final Handlers handlers;
    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final Clock clock;
    private final Map<String, PickedRun> running = new ConcurrentHashMap<>();

    JobDispatch(PlanStore plans, Handlers handlers, WorkspaceContext workspaces, ActorContext actors, Clock clock) {
        this.plans = plans;
        this.handlers = handlers;
        this.workspaces = workspaces;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public CompletionHandler<Plan> execute(TaskInstance<Plan> instance, ExecutionContext context) {
        Execution execution = context.getExecution();
        Plan plan = instance.getData();
        Optional<Handlers.Present> present = handlers.find(plan.job());
        if (present.isEmpty()) {
            return postponed(instance.getId(), execution.version, HANDLER_AWAY);
        }
        if (!present.get().places().tryAcquire()) {
            return postponed(instance.getId(), execution.version, HANDLER_BUSY);
        }
        try {
            return run(instance.getId(), execution, plan, present.get());
        } finally {
            present.get().places().release();
        }
    }

    /** Asks the run to end at its next checkpoint, if it is running here. */
    void stop(String name) {
        Optional.ofNullable(running.get(name)).ifPresent(PickedRun::stop);
    }

    void stopAll() {
        running.values().forEach(PickedRun::stop);
    }

    /** The clock may have jumped and made a living run look dead: it is not done twice at once. */
    private CompletionHandler<Plan> run(String name, Execution execution, Plan plan, Handlers.Present present) {
        int attempt = execution.consecutiveFailures + 1;
        PickedRun run = new PickedRun(name, execution.version, attempt, plan, plans, present.mapper());
        if (running.putIfAbsent(name, run) != null) {
            return postponed(name, execution.version, HANDLER_AWAY);
        }
        try {
            JobOutcome outcome = workspaces.call(
                    new WorkspaceId(plan.workspace()),
                    () -> actors.call(
                            Actor.system(plan.job()), () -> present.handler().run(run)));
            return ended(name, execution.version, outcome);
        } catch (RuntimeException e) {
            LOG.warn("Job {} failed at attempt {}; it runs again", plan.job(), attempt, e);
            return failed(name, execution.version, attempt);
        } finally {
            running.remove(name, run);
        }
    }

    private CompletionHandler<Plan> ended(String name, long version, JobOutcome outcome) {
        return (complete, operations) -> outcome.again()
                .ifPresentOrElse(
                        due -> plans.again(name, version, due, clock.instant()), () -> plans.done(name, version));
    }

    private CompletionHandler<Plan> failed(String name, long version, int attempt) {
        return (complete, operations) -> {
            Instant now = clock.instant();
            plans.failed(name, version, now.plus(pause(attempt)), now);
        };
    }

    private CompletionHandler<Plan> postponed(String name, long version, Duration pause) {
        return (complete, operations) ->
                plans.postpone(name, version, clock.instant().plus(pause));
    }

    /** 1 s, 2 s, 4 s … up to five minutes. */
    static Duration pause(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
