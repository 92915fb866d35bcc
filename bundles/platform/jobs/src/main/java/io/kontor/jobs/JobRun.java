package io.kontor.jobs;

import java.util.function.BooleanSupplier;

/** One run of a job. */
public interface JobRun {

    /** The key that the plan was made with. */
    String key();

    /** The data of the plan, or of the last checkpoint. */
    <T> T data(Class<T> type);

    /** Which attempt this is since the last success, from 1. */
    int attempt();

    /**
     * Saves how far the work has come: a run after a crash begins with this data. Joins the current transaction, which
     * must not commit if this throws: another process, that took this one for dead, does the run by now.
     */
    void checkpoint(Object data);

    /** Whether the run should end now, at a checkpoint: the module or the node is going away, or it was cancelled. */
    boolean stopping();

    /**
     * Does long work in portions, until none is left or the run should end. A portion that writes has a transaction of
     * its own, and saves a checkpoint in it where the next run needs one.
     *
     * @param portion does one; says whether there may be more
     * @return whether none is left; if not, the run is to go on at once
     */
    default boolean inPortions(BooleanSupplier portion) {
        boolean more = true;
        while (more && !stopping()) {
            more = portion.getAsBoolean();
        }
        return !more;
    }
}
