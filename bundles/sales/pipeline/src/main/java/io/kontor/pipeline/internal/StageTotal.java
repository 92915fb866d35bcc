package io.kontor.pipeline.internal;

import io.kontor.kernel.UserId;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.StageId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of the kept sums: count and worth of a stage's open deals by owner and currency. Each sum is spread over
 * {@value #SHARDS} rows by the deal, so that writers of different deals seldom meet.
 */
record StageTotal(StageId stage, UserId owner, String currency, int shard, long deals, long valueMinor) {
    static final int SHARDS = 8;

    /** One order for all writers, so that two of them never wait for each other. */
    static final Comparator<StageTotal> LOCK_ORDER = Comparator.comparing(
                    (StageTotal total) -> total.stage().value())
            .thenComparing(total -> total.owner().value())
            .thenComparing(StageTotal::currency)
            .thenComparing(StageTotal::shard);

    /** What a change of a deal does to the sums; nothing if neither state counts or both count alike. */
    static List<StageTotal> between(Optional<KeptDeal> before, Optional<KeptDeal> after) {
        Optional<StageTotal> leaves = before.filter(KeptDeal::open).map(kept -> of(kept.deal(), -1));
        Optional<StageTotal> enters = after.filter(KeptDeal::open).map(kept -> of(kept.deal(), 1));
        if (leaves.isPresent() && enters.isPresent() && leaves.get().sameRow(enters.get())) {
            return leaves.get().plus(enters.get()).stream().toList();
        }
        return Stream.concat(leaves.stream(), enters.stream())
                .sorted(LOCK_ORDER)
                .toList();
    }

    private static StageTotal of(Deal deal, int sign) {
        return new StageTotal(
                deal.stage(),
                deal.owner(),
                deal.value().currency().getCurrencyCode(),
                Math.floorMod(deal.id().value().getLeastSignificantBits(), SHARDS),
                sign,
                sign * deal.value().minor());
    }

    private boolean sameRow(StageTotal other) {
        return LOCK_ORDER.compare(this, other) == 0;
    }

    private Optional<StageTotal> plus(StageTotal other) {
        StageTotal sum = new StageTotal(
                stage, owner, currency, shard, deals + other.deals, Math.addExact(valueMinor, other.valueMinor));
        return sum.deals == 0 && sum.valueMinor == 0 ? Optional.empty() : Optional.of(sum);
    }
}
