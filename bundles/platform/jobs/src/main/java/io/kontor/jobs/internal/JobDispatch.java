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
        Pick pick = Pick.of(execution);
        Plan plan = instance.getData();
        Optional<PresentHandler> present = handlers.find(plan.job());
        if (present.isEmpty()) {
            return postponed(pick, HANDLER_AWAY);
        }
        if (!present.get().enter()) {
            return postponed(pick, HANDLER_BUSY);
        }
        try {
            return run(new PickedRun(pick, execution.consecutiveFailures + 1, plan, plans, present.get()));
        } finally {
            present.get().exit();
        }
    }

    /** Asks the run to end at its next checkpoint, if it is running here. */
    void stop(String name) {
        Optional.ofNullable(running.get(name)).ifPresent(PickedRun::stop);
    }

    void stopAll() {
        running.values().forEach(PickedRun::stop);
    }

    /** Whether this process is doing the plan of that name. */
    boolean runs(String name) {
        return running.containsKey(name);
    }

    /**
     * It counts as running until its end is written, so that nobody takes it for dead in between. A plan that was
     * cancelled and made anew may be picked while its former run is still ending.
     */
    private CompletionHandler<Plan> run(PickedRun run) {
        String name = run.pick().name();
        if (running.putIfAbsent(name, run) != null) {
            return postponed(run.pick(), HANDLER_AWAY);
        }
        boolean ended = false;
        try {
            CompletionHandler<Plan> end = end(run);
            ended = true;
            return (complete, operations) -> {
                try {
                    end.complete(complete, operations);
                } finally {
                    running.remove(name, run);
                }
            };
        } finally {
            if (!ended) {
                running.remove(name, run);
            }
        }
    }

    private CompletionHandler<Plan> end(PickedRun run) {
        try {
            return ended(run.pick(), handled(run));
        } catch (LeaseLost e) {
            LOG.info("{}; this process stops", e.getMessage());
            return (complete, operations) -> {};
        } catch (RuntimeException e) {
            return run.handlerLeaves() ? left(run, e) : failed(run, e);
        }
    }

    private JobOutcome handled(PickedRun run) {
        Plan plan = run.plan();
        return workspaces.call(
                new WorkspaceId(plan.workspace()),
                () -> actors.call(Actor.system(plan.job()), () -> run.handler().run(run)));
    }

    private CompletionHandler<Plan> ended(Pick pick, JobOutcome outcome) {
        return (complete, operations) ->
                outcome.again().ifPresentOrElse(due -> plans.again(pick, due, clock.instant()), () -> plans.done(pick));
    }

    private CompletionHandler<Plan> left(PickedRun run, RuntimeException cause) {
        LOG.info("Job {} was broken off because its module leaves; it goes on when that is back", run.job(), cause);
        return postponed(run.pick(), HANDLER_AWAY);
    }

    private CompletionHandler<Plan> failed(PickedRun run, RuntimeException cause) {
        LOG.warn("Job {} failed at attempt {}; it runs again", run.job(), run.attempt(), cause);
        return (complete, operations) -> {
            Instant now = clock.instant();
            plans.failed(run.pick(), now.plus(pause(run.attempt())), now);
        };
    }

    private CompletionHandler<Plan> postponed(Pick pick, Duration pause) {
        return (complete, operations) -> plans.free(pick, clock.instant().plus(pause));
    }

    /** 1 s, 2 s, 4 s … up to five minutes. */
    static Duration pause(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
