package io.kontor.rest.internal;

import java.time.Instant;
import java.util.Optional;

/** The answers to requests that carried an {@code Idempotency-Key}. */
interface Answers {

    /**
     * The answer that was given before, if any.
     *
     * @throws io.kontor.kernel.KontorException if the key was used for another request, or the answer was shown once
     */
    Optional<Answer> find(Intent intent);

    /**
     * Stores the answer in the transaction of the work.
     *
     * @throws AnsweredElsewhere if another node committed the same key first
     */
    Answer keep(Intent intent, Answer answer);

    /** Forgets answers made before the moment; a limited number, so that nobody waits. Returns how many. */
    int forget(Instant before);

    /** Another node committed the same key first; what was done here is rolled back. */
    final class AnsweredElsewhere extends RuntimeException {

        AnsweredElsewhere(Throwable cause) {
            super(cause);
        }
    }
}
