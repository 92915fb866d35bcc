package io.kontor.events;

import java.time.Instant;

/**
 * An event that a subscription could not handle in all its attempts. Later events of the same subject wait behind it.
 *
 * @param attempts how often it was tried
 * @param reason what went wrong the last time, in words
 * @param failedAt when it was tried last
 */
public record DeadLetter(String subscription, ReceivedEvent event, int attempts, String reason, Instant failedAt) {}
