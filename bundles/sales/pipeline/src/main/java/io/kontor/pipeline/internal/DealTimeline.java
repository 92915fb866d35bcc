package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a deal says on its customer's timeline. */
final class DealTimeline {
    static final String OPENED = "pipeline.deal-opened";
    static final String WON = "pipeline.deal-won";
    static final String LOST = "pipeline.deal-lost";

    private DealTimeline() {}

    /** The entries of a deal as it stands, one of each source; none without a customer. */
    static List<TimelineEntry> entries(Deal deal) {
        List<TimelineEntry> entries = new ArrayList<>();
        deal.customer().ifPresent(customer -> {
            entries.add(entry(deal, customer, OPENED, "opened", deal.openedAt()));
            Instant closed = deal.closedAt().orElse(deal.openedAt());
            if (deal.outcome() == Outcome.WON) {
                entries.add(entry(deal, customer, WON, "won", closed));
            } else if (deal.outcome() == Outcome.LOST) {
                entries.add(entry(deal, customer, LOST, "lost", closed));
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
