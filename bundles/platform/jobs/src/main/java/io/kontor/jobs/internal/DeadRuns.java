package io.kontor.jobs.internal;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees runs without a heartbeat. A run of this process is alive whatever the heartbeats say: the clock was set forward,
 * or the whole process was held up. Between being found and being freed a run may also end, which is no error.
 */
final class DeadRuns implements DeadExecutionHandler<Plan> {

    private static final Logger LOG = LoggerFactory.getLogger(DeadRuns.class);

    private final PlanStore plans;
    private final JobDispatch dispatch;
    private final Clock clock;

    DeadRuns(PlanStore plans, JobDispatch dispatch, Clock clock) {
        this.plans = plans;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public void deadExecution(ExecutionComplete found, ExecutionOperations<Plan> operations) {
        Execution execution = found.getExecution();
        Pick pick = Pick.of(execution);
        if (dispatch.runs(pick.name())) {
            LOG.debug("The run {} is late with its heartbeat and alive", pick.name());
        } else if (plans.free(pick, clock.instant())) {
            LOG.warn(
                    "The run {} of {} gave no sign of life since {}; it begins again from its last checkpoint",
                    pick.name(),
                    pick.owner(),
                    execution.lastHeartbeat);
        }
    }
}
