package io.kontor.connector.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A connected shop.
 *
 * @param label what colleagues call it
 * @param settings readable answers, and what the shop said about itself
 * @param owner who is responsible for what comes from it
 * @param connectedAt when it was connected first: orders placed before are history
 * @param reachReason why the shop cannot send us messages, if it cannot
 * @param failure what went wrong last, in words; empty while all is well
 * @param version counts the changes
 */
record Account(
        SourceAccountId id,
        String kind,
        String label,
        URI url,
        Map<String, String> settings,
        UserId owner,
        Instant connectedAt,
        Status status,
        Reach reach,
        Optional<String> reachReason,
        Optional<Failure> failure,
        long version) {

    /** Whether it is worked with. */
    enum Status {
        ACTIVE,
        PAUSED,
        /** Its records stay and keep its name; connecting the same address again revives it. */
        DISCONNECTED
    }

    /** How we learn of changes. */
    enum Reach {
        /** The shop tells us; the sweep only makes sure. */
        WEBHOOKS,
        /** We ask every minute. */
        SWEEP
    }

    /** What went wrong. */
    record Failure(String words, Instant at) {}
}
