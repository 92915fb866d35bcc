package io.kontor.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A way to reach a customer.
 *
 * @param value normalised: E.164 for a phone, lower case for an e-mail's domain
 * @param label a free word such as {@code work}, if any
 * @param verified whether the customer proved to own it; only verified e-mails identify
 * @param validTo when it stopped being valid; empty while it is
 */
public record ContactPoint(
        Kind kind,
        String value,
        Optional<String> label,
        boolean verified,
        Instant validFrom,
        Optional<Instant> validTo) {

    /** The kinds of contact points. */
    public enum Kind {
        PHONE,
        EMAIL,
        MESSENGER
    }
}
