package io.kontor.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param again when to run again with the last checkpoint's data; empty if the job is done
 */
public record JobOutcome(Optional<Instant> again) {

    /** The work is done; the plan is removed. */
    public static JobOutcome done() {
        return new JobOutcome(Optional.empty());
    }

    /** Run again at the given moment. */
    public static JobOutcome again(Instant at) {
        return new JobOutcome(Optional.of(at));
    }
}
