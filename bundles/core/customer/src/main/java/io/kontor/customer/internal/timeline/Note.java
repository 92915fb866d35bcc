package io.kontor.customer.internal.timeline;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a colleague wrote down about a customer. */
record Note(
        UUID id,
        CustomerId customer,
        Optional<UserId> author,
        String authorName,
        String body,
        Instant writtenAt,
        Optional<Instant> editedAt,
        Optional<Instant> deletedAt) {

    Note edited(String newBody, Instant at) {
        return new Note(id, customer, author, authorName, newBody, writtenAt, Optional.of(at), deletedAt);
    }

    Note deleted(Optional<Instant> at) {
        return new Note(id, customer, author, authorName, body, writtenAt, editedAt, at);
    }
}
