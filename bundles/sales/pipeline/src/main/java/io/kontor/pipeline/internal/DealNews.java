package io.kontor.pipeline.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.Timeline;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells others what happened to a deal: events, the customer's timeline, the audit log. */
@Component(service = DealNews.class)
public final class DealNews {
    private final Events events;
    private final Timeline timeline;
    private final AuditLog audit;

    @Activate
    public DealNews(@Reference Events events, @Reference Timeline timeline, @Reference AuditLog audit) {
        this.events = events;
        this.timeline = timeline;
        this.audit = audit;
    }

    void opened(KeptDeal kept) {
        Deal deal = kept.deal();
        DealEvent event = new DealEvent.Opened(deal.id(), deal.pipeline(), deal.stage(), deal.version());
        DealTimeline.entries(deal).forEach(timeline::append);
        audit.record(event.name(), event.subject(), Map.of(), facts(kept));
        events.publish(event);
    }

    void changed(KeptDeal before, KeptDeal after) {
        DealEvent event = event(before.deal(), after.deal());
        timeline.follow(DealTimeline.entries(before.deal()), DealTimeline.entries(after.deal()));
        audit.recordChange(event.name(), event.subject(), facts(before), facts(after));
        events.publish(event);
    }

    /** The one event that says most about a change. */
    private static DealEvent event(Deal before, Deal after) {
        if (before.outcome() != after.outcome()) {
            return switch (after.outcome()) {
                case OPEN -> new DealEvent.Reopened(after.id(), after.version());
                case WON -> new DealEvent.Won(after.id(), after.version());
                case LOST -> new DealEvent.Lost(after.id(), after.lossReason().orElse(""), after.version());
            };
        }
        if (!before.stage().equals(after.stage())) {
            return new DealEvent.Moved(after.id(), before.stage(), after.stage(), after.version());
        }
        return new DealEvent.Changed(after.id(), after.version());
    }

    private static Map<String, Object> facts(KeptDeal kept) {
        Deal deal = kept.deal();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", deal.title());
        facts.put("stage", deal.stage().value().toString());
        facts.put("outcome", deal.outcome().name());
        facts.put("owner", deal.owner().value().toString());
        facts.put("value", deal.value().toString());
        facts.put("refunded", deal.refunded().toString());
        deal.customer()
                .ifPresent(customer -> facts.put("customer", customer.value().toString()));
        deal.nextStep().ifPresent(day -> facts.put("nextStep", day.toString()));
        deal.lossReason().ifPresent(reason -> facts.put("lossReason", reason));
        return facts;
    }

    static Ref reference(Deal deal) {
        return new Ref("deal", deal.id().value());
    }
}
