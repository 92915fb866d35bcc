package io.kontor.jobs;

import java.time.Instant;

/** Plans work for later or for long; a plan belongs to the current workspace and, inside one, to the transaction. */
public interface Jobs {

    /**
     * Plans a run. A second plan for the same job and key, while the first has not ended, replaces its time and data.
     *
     * @param job the name of a {@link JobHandler}; it may be away, the plan waits for it
     * @param key tells runs of one job apart, for example an account's id
     * @param due the earliest moment
     * @param data a record that becomes JSON
     */
    void plan(String job, String key, Instant due, Object data);

    /** Takes a plan back; a run that is under way is asked to stop at its next checkpoint. */
    void cancel(String job, String key);
}
