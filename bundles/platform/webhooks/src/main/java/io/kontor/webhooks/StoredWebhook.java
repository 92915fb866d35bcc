package io.kontor.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored message.
 *
 * @param id the row in the inbox
 * @param account the account it was sent to
 * @param topic what it is about, in the sender's words
 * @param body the raw bytes
 * @param receivedAt when it arrived
 */
public record StoredWebhook(UUID id, UUID account, String topic, byte[] body, Instant receivedAt) {}
