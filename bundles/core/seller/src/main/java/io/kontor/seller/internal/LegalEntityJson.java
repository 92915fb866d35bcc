package io.kontor.seller.internal;

import io.kontor.seller.LegalEntity;
import java.util.Optional;
import java.util.UUID;

/** A legal entity as JSON. */
public record LegalEntityJson(
        UUID id, String name, String country, String currency, String zone, Optional<String> taxId, long version) {

    static LegalEntityJson of(VersionedEntity versioned) {
        LegalEntity entity = versioned.entity();
        return new LegalEntityJson(
                entity.id().value(),
                entity.name(),
                entity.country(),
                entity.currency().getCurrencyCode(),
                entity.zone().getId(),
                entity.taxId(),
                versioned.version());
    }
}
