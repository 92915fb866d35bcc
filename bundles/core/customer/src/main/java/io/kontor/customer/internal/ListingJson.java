package io.kontor.customer.internal;

import io.kontor.customer.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A customer of a list as JSON. */
public record ListingJson(
        UUID id,
        Kind kind,
        String name,
        UUID owner,
        Lifecycle lifecycle,
        Optional<String> mainEmail,
        Optional<String> mainPhone,
        Optional<String> city,
        Optional<String> country,
        List<String> tags,
        Instant createdAt,
        Optional<Instant> lastActivityAt) {

    static ListingJson of(CustomerListing line) {
        return new ListingJson(
                line.id().value(),
                line.kind(),
                line.name(),
                line.owner().value(),
                line.lifecycle(),
                line.mainEmail(),
                line.mainPhone(),
                line.city(),
                line.country(),
                line.tags(),
                line.createdAt(),
                line.lastActivityAt());
    }
}
