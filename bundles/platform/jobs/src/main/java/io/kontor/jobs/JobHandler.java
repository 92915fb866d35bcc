package io.kontor.jobs;

/** Does the work of a job; published as an OSGi service. Runs with the workspace bound and outside a transaction. */
public interface JobHandler {

    /** The stable name, {@code <module>.<what it does>}. */
    String job();

    /**
     * Does one run. An exception means: again, with growing pauses; progress that was saved by
     * {@link JobRun#checkpoint} is kept.
     */
    JobOutcome run(JobRun run);

    /** How many runs of this job a node does at the same time; others wait without holding up other jobs. */
    default int concurrency() {
        return 2;
    }
}
