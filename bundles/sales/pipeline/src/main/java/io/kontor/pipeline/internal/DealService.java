package io.kontor.pipeline.internal;

import io.kontor.access.RowRules;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Origin;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.Deals;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.StageId;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of deals that people use. A person only reaches deals that the row rule shows. */
@Component(service = {Deals.class, DealService.class})
public final class DealService implements Deals {
    private static final int REASON_LENGTH = 500;

    private final Transactions transactions;
    private final DealStore store;
    private final DealBook book;
    private final DealDesk desk;
    private final RowRules rules;

    @Activate
    public DealService(
            @Reference Transactions transactions,
            @Reference DealStore store,
            @Reference DealBook book,
            @Reference DealDesk desk,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.desk = desk;
        this.rules = rules;
    }

    @Override
    public Deal open(NewDeal wanted) {
        return transactions.call(() -> {
            Pipeline pipeline = desk.pipeline(wanted.pipeline());
            StageId stage = wanted.stage()
                    .map(id -> pipeline.stage(id).id())
                    .orElseGet(() -> pipeline.first().id());
            KeptDeal.Facts facts = desk.checked(new KeptDeal.Facts(
                    wanted.title(), wanted.customer(), wanted.owner(), wanted.value(), wanted.nextStep()));
            long position = Positions.onTopOf(store.top(stage));
            return book.enter(KeptDeal.byHand(desk.newId(), pipeline.id(), stage, facts, desk.now(), position))
                    .deal();
        });
    }

    @Override
    public Optional<Deal> find(DealId id) {
        return store.find(id, rules.reading("deal")).map(KeptDeal::deal);
    }

    @Override
    public Deal move(DealId id, StageId stage, long expectedVersion) {
        return move(id, stage, Place.TOP, expectedVersion);
    }

    /** Moves a deal to a place of a stage, which may be the one it is in. */
    Deal move(DealId id, StageId stage, Place place, long expectedVersion) {
        return change(id, expectedVersion, kept -> {
            requireOpen(kept);
            desk.pipeline(kept.deal().pipeline()).stage(stage);
            return kept.at(stage, desk.position(stage, place, id), desk.now());
        });
    }

    /** Changes what people enter; {@code dismiss} takes the suggestion away. */
    Deal edit(DealId id, UnaryOperator<KeptDeal.Facts> edit, boolean dismiss, long expectedVersion) {
        return change(id, expectedVersion, kept -> {
            KeptDeal.Facts facts = desk.checked(edit.apply(kept.facts()));
            return kept.with(facts, dismiss ? Optional.empty() : kept.suggestion());
        });
    }

    @Override
    public Deal planNextStep(DealId id, Optional<LocalDate> due, long expectedVersion) {
        return edit(
                id,
                facts -> new KeptDeal.Facts(facts.title(), facts.customer(), facts.owner(), facts.value(), due),
                false,
                expectedVersion);
    }

    @Override
    public Deal win(DealId id, long expectedVersion) {
        return change(id, expectedVersion, kept -> {
            requireOpen(kept);
            return kept.won(Origin.HAND, desk.now());
        });
    }

    @Override
    public Deal lose(DealId id, String reason, long expectedVersion) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw new KontorException(PipelineError.REASON_NEEDED);
        }
        if (words.length() > REASON_LENGTH) {
            throw DealDesk.invalid("reason", Reason.longerThan(REASON_LENGTH));
        }
        return change(id, expectedVersion, kept -> {
            requireOpen(kept);
            return kept.lost(words, Origin.HAND, desk.now());
        });
    }

    @Override
    public Deal reopen(DealId id, long expectedVersion) {
        return change(id, expectedVersion, kept -> {
            if (kept.deal().outcome() == Outcome.OPEN) {
                throw new KontorException(PipelineError.DEAL_OPEN);
            }
            StageId stage = kept.deal().stage();
            Instant now = desk.now();
            return kept.reopened()
                    .ownedBy(desk.responsible(kept.deal().owner()))
                    .at(stage, Positions.onTopOf(store.top(stage)), now);
        });
    }

    private Deal change(DealId id, long expectedVersion, UnaryOperator<KeptDeal> change) {
        return transactions.call(() -> {
            KeptDeal kept = store.lock(id)
                    .filter(found -> rules.reading("deal")
                            .allows(Optional.of(found.deal().owner())))
                    .orElseThrow(() -> new KontorException(PipelineError.DEAL_NOT_FOUND));
            if (kept.deal().version() != expectedVersion) {
                throw new KontorException(
                        KernelError.STALE, Map.of("current", kept.deal().version()));
            }
            return book.write(kept, change.apply(kept)).deal();
        });
    }

    private static void requireOpen(KeptDeal kept) {
        if (!kept.open()) {
            throw new KontorException(PipelineError.DEAL_CLOSED);
        }
    }
}
