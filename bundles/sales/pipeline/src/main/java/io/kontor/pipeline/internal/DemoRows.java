package io.kontor.pipeline.internal;

import io.kontor.customer.DemoData;
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
@Component
public final class DemoRows implements DemoData {
    private static final int PORTION = 25;

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

    @Override
    public String module() {
        return "pipeline";
    }

    @Override
    public int removeSome(SourceAccountId account) {
        List<KeptDeal> found = store.some(account, PORTION);
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
