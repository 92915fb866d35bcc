package io.kontor.webhooks;

import java.util.UUID;

/** What a {@link WebhookSource} says of a message. */
public sealed interface Verdict {

    /**
     * Store it and answer 200.
     *
     * @param key the sender's identifier of this delivery; the same key again is acknowledged and not stored
     * @param topic what it is about, in the sender's words
     * @param subject messages of one subject are processed in the order of their arrival
     */
    record Accepted(String key, String topic, UUID subject) implements Verdict {}

    /** Answer 200 and store nothing: a ping. */
    record Ignored() implements Verdict {}

    /**
     * Answer 401, store nothing, count it.
     *
     * @param reason for the log, without anything from the message
     */
    record Rejected(String reason) implements Verdict {}
}
