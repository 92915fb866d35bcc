package io.kontor.seller.internal;

import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "seller_legal_entity")
@NullUnmarked
class LegalEntityRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "country")
    private String country;

    @Column(name = "currency")
    private String currency;

    @Column(name = "zone")
    private String zone;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected LegalEntityRow() {}

    static LegalEntityRow of(LegalEntity entity, Instant createdAt) {
        LegalEntityRow row = new LegalEntityRow();
        row.id = entity.id().value();
        row.createdAt = createdAt;
        row.take(entity);
        return row;
    }

    void take(LegalEntity entity) {
        name = entity.name();
        country = entity.country();
        currency = entity.currency().getCurrencyCode();
        zone = entity.zone().getId();
        taxId = entity.taxId().orElse(null);
    }

    VersionedEntity entity() {
        return new VersionedEntity(
                new LegalEntity(
                        new LegalEntityId(id),
                        name,
                        country,
                        Currency.getInstance(currency),
                        ZoneId.of(zone),
                        Optional.ofNullable(taxId)),
                version);
    }
}
