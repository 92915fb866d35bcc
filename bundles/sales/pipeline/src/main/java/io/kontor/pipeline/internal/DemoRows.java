package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.customer.Timeline;
import io.kontor.events.Events;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealEvent;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The deals of a demo and its pipeline; a deal that a person made stays, and with it the pipeline. */
@Component(service = DemoRows.class)
public final class DemoRows {
    private final DemoDealStore store;
    private final DealStore deals;
    private final Timeline timeline;
    private final Events events;

    @Activate
    public DemoRows(
            @Reference DemoDealStore store,
            @Reference DealStore deals,
            @Reference Timeline timeline,
            @Reference Events events) {
        this.store = store;
        this.deals = deals;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Deletes some deals, after the last of them the pipeline. Joins the current transaction.
     *
     * @return how many deals; 0 when none is left
     */
    int remove(SourceAccountId account, int limit) {
        List<KeptDeal> found = store.some(account, limit);
        if (found.isEmpty()) {
            store.deletePipeline(account);
            return 0;
        }
        for (KeptDeal kept : found) {
            Deal deal = kept.deal();
            timeline.follow(DealTimeline.entries(deal), List.of());
            events.publish(new DealEvent.Removed(deal.id(), deal.version()));
        }
        store.delete(found.stream().map(kept -> kept.deal().id()).toList());
        deals.addToTotals(found.stream()
                .flatMap(kept -> StageTotal.between(Optional.of(kept), Optional.empty()).stream())
                .sorted(StageTotal.LOCK_ORDER)
                .toList());
        return found.size();
    }
}
