package io.kontor.seller.internal;

import io.kontor.access.AuditLog;
import io.kontor.access.SetupAnswers;
import io.kontor.access.SetupStep;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.seller.LegalEntities;
import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import io.kontor.seller.SellerError;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the legal entities; the set-up makes the first one. */
@Component(service = {LegalEntities.class, SetupStep.class, LegalEntityService.class})
public final class LegalEntityService implements LegalEntities, SetupStep {

    private final Transactions transactions;
    private final LegalEntityStore store;
    private final AuditLog audit;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public LegalEntityService(
            @Reference Transactions transactions,
            @Reference LegalEntityStore store,
            @Reference AuditLog audit,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<LegalEntity> all() {
        return store.all().stream().map(VersionedEntity::entity).toList();
    }

    List<VersionedEntity> versions() {
        return store.all();
    }

    @Override
    public Optional<LegalEntity> find(LegalEntityId id) {
        return store.find(id).map(VersionedEntity::entity);
    }

    @Override
    public LegalEntity standard() {
        return all().stream().findFirst().orElseThrow(() -> new KontorException(SellerError.NOT_SET_UP));
    }

    @Override
    public void apply(SetupAnswers answers) {
        transactions.run(() -> {
            LegalEntity first = new LegalEntity(
                    new LegalEntityId(ids.next()),
                    answers.company(),
                    answers.country(),
                    answers.currency(),
                    answers.zone(),
                    Optional.empty());
            store.insert(first, clock.instant());
            audit.record("seller.entity-made", ref(first), Map.of(), fields(first));
        });
    }

    /**
     * Changes a legal entity.
     *
     * @param expectedVersion the version that the person saw
     * @throws KontorException {@code seller.entity-not-found}, {@code request.stale}
     */
    VersionedEntity change(LegalEntityId id, long expectedVersion, UnaryOperator<LegalEntity> change) {
        return transactions.call(() -> {
            VersionedEntity present =
                    store.lock(id).orElseThrow(() -> new KontorException(SellerError.ENTITY_NOT_FOUND));
            if (present.version() != expectedVersion) {
                throw new KontorException(KernelError.STALE, Map.of("current", present.version()));
            }
            LegalEntity changed = change.apply(present.entity());
            if (changed.equals(present.entity())) {
                return present;
            }
            VersionedEntity stored = store.update(changed);
            audit.record("seller.entity-changed", ref(changed), fields(present.entity()), fields(changed));
            return stored;
        });
    }

    private static Ref ref(LegalEntity entity) {
        return new Ref("legal-entity", entity.id().value());
    }

    private static Map<String, Object> fields(LegalEntity entity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entity.name());
        fields.put("country", entity.country());
        fields.put("currency", entity.currency().getCurrencyCode());
        fields.put("zone", entity.zone().getId());
        fields.put("taxId", entity.taxId());
        return fields;
    }
}
