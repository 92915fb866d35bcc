package io.kontor.jobs.internal;

import io.kontor.kernel.WorkspaceId;

/** The names of what is planned. */
final class Plan {

    private Plan() {}

    /** Which plan. */
    record Id(WorkspaceId workspace, String job, String key) {}

    /**
     * A plan that this node runs.
     *
     * @param run the number of the run
     * @param failures how often it failed since the last success
     * @param data JSON
     */
    record Picked(Id id, long run, int failures, String data) {}
}
