package io.kontor.connector.internal;

import java.time.Instant;
import java.util.UUID;

/** A document that was set aside, as JSON. */
record DeadLetterJson(
        UUID id, String resource, String externalId, String reason, int attempts, Instant firstAt, Instant lastAt) {

    static DeadLetterJson of(DeadLetter letter) {
        return new DeadLetterJson(
                letter.id(),
                letter.resource().word(),
                letter.externalId(),
                letter.reason(),
                letter.attempts(),
                letter.firstAt(),
                letter.lastAt());
    }
}
