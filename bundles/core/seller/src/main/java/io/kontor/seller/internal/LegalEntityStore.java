package io.kontor.seller.internal;

import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The legal entities; a workspace has one or a few. */
@Component(service = LegalEntityStore.class)
public final class LegalEntityStore {

    private static final String ALL = """
            select id, name, country, currency, zone, tax_id, version from seller_legal_entity order by created_at, id
            """;

    private static final String ONE =
            "select id, name, country, currency, zone, tax_id, version from seller_legal_entity where id = ?";

    private final Store store;

    @Activate
    public LegalEntityStore(@Reference(target = "(unit=seller)") Store store) {
        this.store = store;
    }

    List<VersionedEntity> all() {
        return store.sql().list(ALL, LegalEntityStore::entity);
    }

    Optional<VersionedEntity> find(LegalEntityId id) {
        return store.sql().one(ONE, LegalEntityStore::entity, id);
    }

    void insert(LegalEntity entity, Instant at) {
        store.entities().persist(LegalEntityRow.of(entity, at));
        store.flush();
    }

    /** Reads it and holds it against other changes until the transaction ends. */
    Optional<VersionedEntity> lock(LegalEntityId id) {
        return Optional.ofNullable(
                        store.entities().find(LegalEntityRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(LegalEntityRow::entity);
    }

    VersionedEntity update(LegalEntity entity) {
        LegalEntityRow row =
                store.entities().find(LegalEntityRow.class, entity.id().value());
        row.take(entity);
        store.flush();
        return row.entity();
    }

    private static VersionedEntity entity(Row row) {
        return new VersionedEntity(
                new LegalEntity(
                        new LegalEntityId(row.uuid("id")),
                        row.string("name"),
                        row.string("country"),
                        Currency.getInstance(row.string("currency")),
                        ZoneId.of(row.string("zone")),
                        row.optionalString("tax_id")),
                row.number("version"));
    }
}
