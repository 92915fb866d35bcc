package io.kontor.testkit;

import io.kontor.seller.LegalEntities;
import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A workspace with one legal entity, in Germany. */
public final class OneSeller implements LegalEntities {

    /** The entity. */
    public static final LegalEntity ENTITY = new LegalEntity(
            new LegalEntityId(SequentialIds.of(0x5E11E8L)),
            "Muster GmbH",
            "DE",
            Currency.getInstance("EUR"),
            ZoneId.of("Europe/Berlin"),
            Optional.empty());

    @Override
    public List<LegalEntity> all() {
        return List.of(ENTITY);
    }

    @Override
    public Optional<LegalEntity> find(LegalEntityId id) {
        return all().stream().filter(entity -> entity.id().equals(id)).findFirst();
    }

    @Override
    public LegalEntity standard() {
        return ENTITY;
    }
}
