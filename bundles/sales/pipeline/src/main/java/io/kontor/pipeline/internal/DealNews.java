package io.kontor.pipeline.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.Timeline;
import io.kontor.customer.TimelineEntry;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.DealEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        DealTimeline.entries(deal).values().forEach(timeline::append);
        audit.record(event.name(), event.subject(), Map.of(), facts(kept));
        events.publish(event);
    }

    void changed(KeptDeal before, KeptDeal after) {
        DealEvent event = event(before.deal(), after.deal());
        follow(before.deal(), after.deal());
        Map<String, Object> was = facts(before);
        Map<String, Object> is = facts(after);
        audit.record(event.name(), event.subject(), without(was, is), without(is, was));
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

    /** The timeline shows the deal as it stands. */
    private void follow(Deal before, Deal after) {
        Map<String, TimelineEntry> old = DealTimeline.entries(before);
        Map<String, TimelineEntry> now = DealTimeline.entries(after);
        boolean sameCustomer = before.customer().equals(after.customer());
        old.forEach((source, entry) -> {
            if (!now.containsKey(source) || !sameCustomer) {
                timeline.remove(source, entry.reference());
            }
        });
        now.forEach((source, entry) -> {
            TimelineEntry known = old.get(source);
            if (known == null || !sameCustomer) {
                timeline.append(entry);
            } else if (!known.equals(entry)) {
                timeline.revise(entry);
            }
        });
    }

    private static Map<String, Object> without(Map<String, Object> facts, Map<String, Object> same) {
        Map<String, Object> rest = new LinkedHashMap<>(facts);
        rest.entrySet().removeIf(fact -> Objects.equals(fact.getValue(), same.get(fact.getKey())));
        return rest;
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
