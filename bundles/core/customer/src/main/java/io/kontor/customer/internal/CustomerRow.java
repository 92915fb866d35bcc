package io.kontor.customer.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The version counts in {@link CustomerService}: a merge makes it jump, so it is no {@code @Version}. */
@Entity
@Table(name = "customer")
@NullUnmarked
class CustomerRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "legal_name")
    private String legalName;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "owner_id")
    private UUID owner;

    @Enumerated(EnumType.STRING)
    @Column(name = "lifecycle")
    private Lifecycle lifecycle;

    @Column(name = "first_touch")
    private String firstTouch;

    @Column(name = "last_touch")
    private String lastTouch;

    @Column(name = "locale")
    private String locale;

    @Column(name = "zone")
    private String zone;

    @Column(name = "country")
    private String country;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "version")
    private long version;

    protected CustomerRow() {}

    static CustomerRow of(CustomerRecord record) {
        CustomerRow row = new CustomerRow();
        row.id = record.id().value();
        row.kind = record.kind();
        row.createdAt = record.createdAt();
        row.take(record);
        return row;
    }

    void take(CustomerRecord record) {
        givenName = record.givenName().orElse(null);
        familyName = record.familyName().orElse(null);
        legalName = record.legalName().orElse(null);
        taxId = record.taxId().orElse(null);
        owner = record.owner().value();
        lifecycle = record.lifecycle();
        firstTouch = record.firstTouch().orElse(null);
        lastTouch = record.lastTouch().orElse(null);
        locale = record.locale().map(Locale::toLanguageTag).orElse(null);
        zone = record.zone().map(ZoneId::getId).orElse(null);
        country = record.country().orElse(null);
        version = record.version();
    }

    CustomerRecord record() {
        return new CustomerRecord(
                new CustomerId(id),
                kind,
                Optional.ofNullable(givenName),
                Optional.ofNullable(familyName),
                Optional.ofNullable(legalName),
                Optional.ofNullable(taxId),
                new UserId(owner),
                lifecycle,
                Optional.ofNullable(firstTouch),
                Optional.ofNullable(lastTouch),
                Optional.ofNullable(locale).map(Locale::forLanguageTag),
                Optional.ofNullable(zone).map(ZoneId::of),
                Optional.ofNullable(country),
                createdAt,
                version);
    }
}
