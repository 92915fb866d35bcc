package io.kontor.connector.internal;

import io.kontor.connector.ShopResource;
import io.kontor.customer.SourceAccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that could not be taken over and waits for a person or a better version.
 *
 * @param reason in words
 * @param attempts how often it was tried
 */
record DeadLetter(
        UUID id,
        SourceAccountId account,
        ShopResource resource,
        String externalId,
        String reason,
        int attempts,
        Instant firstAt,
        Instant lastAt) {}
