package io.kontor.jobs.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.kernel.WorkspaceId;

/**
 * What is stored of a planned run.
 *
 * @param workspace whose work it is
 * @param job the handler's name
 * @param key tells runs of one job apart
 * @param data the plan's data, or the last checkpoint's
 */
record Plan(String workspace, String job, String key, JsonNode data) {

    private static final char SEPARATOR = '|';

    /** The name of the plan in the table: one per workspace, job and key. */
    static String name(WorkspaceId workspace, String job, String key) {
        return workspace.value() + SEPARATOR + job + SEPARATOR + key;
    }

    Plan with(JsonNode changed) {
        return new Plan(workspace, job, key, changed);
    }
}
