package io.kontor.jobs.internal;

import com.github.kagkarlsson.scheduler.task.Execution;

/**
 * The lease on a plan: it holds as long as the table still says so.
 *
 * @param name of the plan
 * @param version of the plan's row since it was picked; whoever takes the lease away changes it
 * @param owner the process that picked it
 */
record Pick(String name, long version, String owner) {

    static Pick of(Execution execution) {
        return new Pick(execution.getId(), execution.version, execution.pickedBy);
    }
}
