package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.UniqueViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deals in memory, with the unique key of the real table. */
final class FakeDealStore implements DealStore {
    private final Map<DealId, KeptDeal> deals = new LinkedHashMap<>();
    private final List<StageChange> changes = new ArrayList<>();
    private final List<StageTotal> totals = new ArrayList<>();

    List<KeptDeal> all() {
        return List.copyOf(deals.values());
    }

    List<StageChange> changes() {
        return List.copyOf(changes);
    }

    /** The kept number of open deals of a stage. */
    long counted(StageId stage) {
        return totals.stream()
                .filter(total -> total.stage().equals(stage))
                .mapToLong(StageTotal::deals)
                .sum();
    }

    /** The kept worth of the open deals of a stage, in minor units. */
    long worth(StageId stage) {
        return totals.stream()
                .filter(total -> total.stage().equals(stage))
                .mapToLong(StageTotal::valueMinor)
                .sum();
    }

    @Override
    public Optional<KeptDeal> lock(DealId id) {
        return Optional.ofNullable(deals.get(id));
    }

    @Override
    public Optional<KeptDeal> find(DealId id, RowRule rule) {
        return lock(id).filter(kept -> rule.allows(Optional.of(kept.deal().owner())));
    }

    @Override
    public boolean anyOpen(Set<CustomerId> customer) {
        return deals.values().stream()
                .anyMatch(deal -> deal.open()
                        && deal.deal().customer().filter(customer::contains).isPresent());
    }

    @Override
    public List<KeptDeal> lockOpen(UserId owner, int limit) {
        return deals.values().stream()
                .filter(KeptDeal::open)
                .filter(kept -> kept.deal().owner().equals(owner))
                .limit(limit)
                .toList();
    }

    @Override
    public List<KeptDeal> lockOpen(PipelineId pipeline, Set<CustomerId> customer) {
        return deals.values().stream()
                .filter(KeptDeal::open)
                .filter(kept -> kept.deal().pipeline().equals(pipeline))
                .filter(kept ->
                        kept.deal().customer().filter(customer::contains).isPresent())
                .sorted(Comparator.comparing((KeptDeal kept) -> !kept.madeByOrder())
                        .thenComparing(kept -> kept.deal().id().value(), Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public void insert(KeptDeal deal) {
        write(deal);
    }

    @Override
    public void update(KeptDeal deal) {
        write(deal);
    }

    private void write(KeptDeal deal) {
        boolean taken = deal.open()
                && deal.madeByOrder()
                && deals.values().stream()
                        .filter(other -> other.open() && other.madeByOrder())
                        .filter(other -> !other.deal().id().equals(deal.deal().id()))
                        .anyMatch(other -> other.deal()
                                        .pipeline()
                                        .equals(deal.deal().pipeline())
                                && other.deal().customer().equals(deal.deal().customer()));
        if (taken) {
            throw new UniqueViolation("pipeline_open_for", new IllegalStateException("taken"));
        }
        deals.put(deal.deal().id(), deal);
    }

    private Stream<KeptDeal> column(StageId stage) {
        return deals.values().stream()
                .filter(KeptDeal::open)
                .filter(kept -> kept.deal().stage().equals(stage))
                .sorted(Comparator.comparing(KeptDeal::position)
                        .thenComparing(kept -> kept.deal().id().value()));
    }

    /** The titles of a stage's open deals from the top. */
    List<String> titles(StageId stage) {
        return column(stage).map(kept -> kept.deal().title()).toList();
    }

    @Override
    public Optional<Long> top(StageId stage) {
        return column(stage).map(KeptDeal::position).findFirst();
    }

    @Override
    public Optional<Long> above(StageId stage, long position, Set<DealId> except) {
        return column(stage)
                .filter(kept -> !except.contains(kept.deal().id()) && kept.position() <= position)
                .map(KeptDeal::position)
                .reduce((first, second) -> second);
    }

    @Override
    public Optional<Long> below(StageId stage, long position, Set<DealId> except) {
        return column(stage)
                .filter(kept -> !except.contains(kept.deal().id()) && kept.position() >= position)
                .map(KeptDeal::position)
                .findFirst();
    }

    @Override
    public void spread(StageId stage) {
        List<KeptDeal> ordered = column(stage).toList();
        for (int place = 0; place < ordered.size(); place++) {
            KeptDeal kept = ordered.get(place);
            deals.put(
                    kept.deal().id(),
                    new KeptDeal(kept.deal(), (place + 1) * Positions.GAP, kept.closedBy(), kept.suggestion()));
        }
    }

    @Override
    public void log(StageChange change) {
        changes.add(change);
    }

    @Override
    public List<StageChange> log(DealId deal) {
        return changes.stream().filter(change -> change.deal().equals(deal)).toList();
    }

    @Override
    public void addToTotals(List<StageTotal> added) {
        totals.addAll(added);
    }

    @Override
    public Page<KeptDeal> page(DealFilter filter, RowRule rule, PageRequest request) {
        List<KeptDeal> rows = deals.values().stream()
                .filter(kept -> rule.allows(Optional.of(kept.deal().owner())))
                .toList();
        return Page.of(rows, request.limit(), kept -> Cursor.of(kept.deal().id().value()));
    }
}
