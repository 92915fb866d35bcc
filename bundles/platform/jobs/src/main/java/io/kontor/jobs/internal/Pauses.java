package io.kontor.jobs.internal;

import java.time.Duration;
import java.util.List;

/** The growing pauses after failed runs; the last one repeats, because work is never given up by itself. */
final class Pauses {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));
    private static final int LONGEST_REASON = 1000;

    private Pauses() {}

    /** @param failures how often it has failed in a row, from 1 */
    static Duration after(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
    }

    /** What went wrong, for a person. */
    static String reason(Throwable failure) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
