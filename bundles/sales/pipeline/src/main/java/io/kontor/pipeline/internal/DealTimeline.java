package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a deal says on its customer's timeline. */
final class DealTimeline {
    static final String OPENED = "pipeline.deal-opened";
    static final String WON = "pipeline.deal-won";
    static final String LOST = "pipeline.deal-lost";

    private DealTimeline() {}

    /** The entries of a deal as it stands, by their source; none without a customer. */
    static Map<String, TimelineEntry> entries(Deal deal) {
        Map<String, TimelineEntry> entries = new LinkedHashMap<>();
        deal.customer().ifPresent(customer -> {
            entries.put(OPENED, entry(deal, customer, OPENED, "opened", deal.openedAt()));
            Instant closed = deal.closedAt().orElse(deal.openedAt());
            if (deal.outcome() == Outcome.WON) {
                entries.put(WON, entry(deal, customer, WON, "won", closed));
            } else if (deal.outcome() == Outcome.LOST) {
                entries.put(LOST, entry(deal, customer, LOST, "lost", closed));
            }
        });
        return entries;
    }

    private static TimelineEntry entry(Deal deal, CustomerId customer, String source, String word, Instant at) {
        String amount = deal.value().toString();
        String reason = deal.lossReason().orElse("");
        return new TimelineEntry(
                customer,
                Optional.empty(),
                source,
                DealNews.reference(deal),
                "pipeline.timeline." + word,
                Map.of("title", deal.title(), "amount", amount, "reason", reason),
                "Deal " + word + ": " + deal.title() + ", " + amount + (reason.isEmpty() ? "" : " (" + reason + ")"),
                at);
    }
}
