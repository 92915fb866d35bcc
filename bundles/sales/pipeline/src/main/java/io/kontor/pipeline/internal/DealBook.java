package io.kontor.pipeline.internal;

import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KontorException;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.StageId;
import io.kontor.store.UniqueViolation;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes deals: whoever changes one, by hand or by an order, the row, the kept sums, the stage log and the news go
 * together.
 */
@Component(service = DealBook.class)
public final class DealBook {
    private final DealStore store;
    private final DealNews news;
    private final Agenda agenda;
    private final ActorContext actors;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public DealBook(
            @Reference DealStore store,
            @Reference DealNews news,
            @Reference Agenda agenda,
            @Reference ActorContext actors,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.store = store;
        this.news = news;
        this.agenda = agenda;
        this.actors = actors;
        this.ids = ids;
        this.clock = clock;
    }

    KeptDeal enter(KeptDeal wanted) {
        KeptDeal deal = agenda.planned(wanted);
        try {
            store.insert(deal);
        } catch (UniqueViolation taken) {
            throw new KontorException(PipelineError.OTHER_DEAL_OPEN, java.util.Map.of(), taken);
        }
        log(Optional.empty(), deal.deal());
        news.opened(deal);
        store.addToTotals(StageTotal.between(Optional.empty(), Optional.of(deal)));
        return deal;
    }

    /** Writes a change under the next version; writes nothing if there is none. */
    KeptDeal write(KeptDeal before, KeptDeal changed) {
        if (changed.equals(before)) {
            return before;
        }
        KeptDeal after = changed.next();
        try {
            store.update(after);
        } catch (UniqueViolation taken) {
            throw new KontorException(PipelineError.OTHER_DEAL_OPEN, java.util.Map.of(), taken);
        }
        if (!before.deal().stage().equals(after.deal().stage())
                || before.deal().outcome() != after.deal().outcome()) {
            log(Optional.of(before.deal().stage()), after.deal());
        }
        news.changed(before, after);
        store.addToTotals(StageTotal.between(Optional.of(before), Optional.of(after)));
        return after;
    }

    private void log(Optional<StageId> from, Deal deal) {
        Actor actor = actors.current();
        store.log(new StageChange(
                ids.next(),
                deal.id(),
                clock.instant(),
                actor.user(),
                actor.name(),
                from,
                deal.stage(),
                deal.outcome()));
    }
}
