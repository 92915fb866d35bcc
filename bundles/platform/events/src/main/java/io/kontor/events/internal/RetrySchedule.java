package io.kontor.events.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The growing pauses between attempts; after the last one a person has to look. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private RetrySchedule() {}

    /** When to try again after so many failed attempts; empty when it was the last one. */
    static Optional<Instant> next(int attempts, Instant now) {
        return attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(now.plus(PAUSES.get(Math.max(0, attempts - 1))));
    }

    /** What went wrong, for a person: the messages from the outside in. */
    static String reason(Throwable failure) {
        StringBuilder reason = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (reason.indexOf(message) < 0) {
                reason.append(reason.isEmpty() ? "" : "; because: ").append(message);
            }
        }
        return reason.toString();
    }
}
