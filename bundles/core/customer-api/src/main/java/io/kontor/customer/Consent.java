package io.kontor.customer;

import java.time.Instant;

/**
 * What a customer agreed to or refused.
 *
 * @param purpose what for, for example {@code newsletter}
 * @param evidence how it is known, for example the form or the shop
 */
public record Consent(String purpose, State state, Instant at, String evidence) {

    /** What the customer said last. */
    public enum State {
        GRANTED,
        DENIED,
        REVOKED
    }
}
