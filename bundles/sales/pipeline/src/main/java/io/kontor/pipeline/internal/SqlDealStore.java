package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tables of deals in MariaDB. A verb locks one row, compares its version and writes it whole; with the row locked an
 * entity manager would have nothing left to do, so plain statements write as well as read.
 */
@Component(service = {DealStore.class, BoardStore.class})
public final class SqlDealStore implements DealStore, BoardStore {
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final Sql sql;

    @Activate
    public SqlDealStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    @Override
    public Optional<KeptDeal> lock(DealId id) {
        return sql.one(DealSql.LOCK, DealColumns::kept, id);
    }

    @Override
    public Optional<KeptDeal> find(DealId id, RowRule rule) {
        return sql.one(DealSql.FIND, DealColumns::kept, id, rule.everybody(), rule.ownerIds());
    }

    @Override
    public List<KeptDeal> lockOpen(PipelineId pipeline, Set<CustomerId> customer) {
        return sql.list(DealSql.LOCK_OPEN, DealColumns::kept, customer, pipeline);
    }

    @Override
    public boolean anyOpen(Set<CustomerId> customer) {
        return sql.one(DealSql.ANY_OPEN, row -> true, customer).isPresent();
    }

    @Override
    public List<KeptDeal> lockOpen(UserId owner, int limit) {
        return sql.list(DealSql.LOCK_OPEN_OF, DealColumns::kept, owner, limit);
    }

    @Override
    public void insert(KeptDeal kept) {
        Deal deal = kept.deal();
        sql.update(DealSql.INSERT, deal.id(), deal.pipeline(), deal.origin(), deal.openedAt(), changingValues(kept));
    }

    @Override
    public void update(KeptDeal kept) {
        sql.update(DealSql.UPDATE, changingValues(kept), kept.deal().id());
    }

    private static Values changingValues(KeptDeal kept) {
        Deal deal = kept.deal();
        return Values.of(
                deal.stage(),
                deal.outcome(),
                deal.title(),
                deal.customer(),
                deal.owner(),
                deal.value().currency().getCurrencyCode(),
                deal.value().minor(),
                deal.refunded().minor(),
                deal.nextStep(),
                deal.lossReason(),
                kept.closedBy(),
                kept.suggestion(),
                kept.position(),
                deal.enteredStageAt(),
                deal.closedAt(),
                openFor(kept),
                deal.version());
    }

    private static Optional<CustomerId> openFor(KeptDeal kept) {
        return kept.open() && kept.madeByOrder() ? kept.deal().customer() : Optional.empty();
    }

    @Override
    public Optional<Long> top(StageId stage) {
        return sql.one(DealSql.TOP, row -> row.number("position"), stage);
    }

    @Override
    public Optional<Long> above(StageId stage, long position, Set<DealId> except) {
        return sql.one(DealSql.ABOVE, row -> row.number("position"), stage, position, except);
    }

    @Override
    public Optional<Long> below(StageId stage, long position, Set<DealId> except) {
        return sql.one(DealSql.BELOW, row -> row.number("position"), stage, position, except);
    }

    @Override
    public void spread(StageId stage) {
        sql.update(DealSql.SPREAD, stage, Positions.GAP);
    }

    @Override
    public void log(StageChange change) {
        sql.update(
                DealSql.LOG,
                change.id(),
                change.deal(),
                change.at(),
                change.actor(),
                change.actorName(),
                change.from(),
                change.to(),
                change.outcome());
    }

    @Override
    public List<StageChange> log(DealId deal) {
        return sql.list(DealSql.LOG_OF, DealColumns::change, deal);
    }

    @Override
    public void addToTotals(List<StageTotal> changes) {
        for (StageTotal change : changes) {
            sql.update(
                    DealSql.ADD_TO_TOTAL,
                    change.stage(),
                    change.owner(),
                    change.currency(),
                    change.shard(),
                    change.deals(),
                    change.valueMinor());
        }
    }

    @Override
    public Page<KeptDeal> page(DealFilter filter, RowRule rule, PageRequest request) {
        List<KeptDeal> rows = sql.list(
                DealSql.PAGE,
                DealColumns::kept,
                rule.everybody(),
                rule.ownerIds(),
                filter.pipeline(),
                filter.pipeline(),
                filter.outcome(),
                filter.outcome(),
                filter.owner(),
                filter.owner(),
                filter.customers().isEmpty(),
                filter.customers().orElse(Set.of()),
                filter.order(),
                filter.order(),
                request.cursor().map(cursor -> cursor.uuid(0)).orElse(LAST_ID),
                request.limit() + 1);
        return Page.of(rows, request.limit(), kept -> Cursor.of(kept.deal().id().value()));
    }

    @Override
    public Page<KeptDeal> column(StageId stage, Optional<UserId> owner, RowRule rule, PageRequest request) {
        long position = request.cursor().map(cursor -> cursor.number(0)).orElse(Long.MIN_VALUE);
        UUID id = request.cursor().map(cursor -> cursor.uuid(1)).orElse(FIRST_ID);
        List<KeptDeal> rows = sql.list(
                DealSql.COLUMN,
                DealColumns::kept,
                stage,
                owner,
                owner,
                rule.everybody(),
                rule.ownerIds(),
                position,
                position,
                id,
                request.limit() + 1);
        return Page.of(
                rows,
                request.limit(),
                kept -> Cursor.of(kept.position(), kept.deal().id().value()));
    }

    @Override
    public List<StageSum> totals(PipelineId pipeline, Optional<UserId> owner, RowRule rule) {
        return sql.list(DealSql.TOTALS, DealColumns::sum, pipeline, owner, owner, rule.everybody(), rule.ownerIds());
    }
}
