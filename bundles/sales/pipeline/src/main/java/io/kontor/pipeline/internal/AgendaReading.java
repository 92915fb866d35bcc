package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to be done next, and what nobody has planned anything for; through the row rule of whoever asks. */
@Component(service = AgendaReading.class)
public final class AgendaReading {
    static final int MOST_COUNTED = 1000;

    private final Transactions transactions;
    private final AgendaStore store;
    private final DealReading deals;
    private final Agenda agenda;
    private final RowRules rules;

    /**
     * Next steps.
     *
     * @param today the day in the zone
     * @param more whether there are more than those
     */
    record Steps(LocalDate today, ZoneId zone, List<KeptDeal> deals, boolean more, DealReading.Names names) {}

    /**
     * Deals that nobody has planned anything for.
     *
     * @param days for how long at least
     * @param count at most {@link #MOST_COUNTED}
     */
    record Neglected(int days, int count, List<KeptDeal> deals, DealReading.Names names) {}

    @Activate
    public AgendaReading(
            @Reference Transactions transactions,
            @Reference AgendaStore store,
            @Reference DealReading deals,
            @Reference Agenda agenda,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.store = store;
        this.deals = deals;
        this.agenda = agenda;
        this.rules = rules;
    }

    /** @param owner whose; empty for everybody's */
    Steps steps(Optional<UserId> owner, int limit) {
        return transactions.read(() -> {
            LocalDate today = agenda.today();
            List<KeptDeal> found = owner.map(of -> store.dueOf(of, today, rule(), limit + 1))
                    .orElseGet(() -> store.due(today, rule(), limit + 1));
            List<KeptDeal> shown = found.subList(0, Math.min(limit, found.size()));
            return new Steps(today, agenda.zone(), shown, found.size() > limit, deals.names(shown));
        });
    }

    Neglected neglected(int limit) {
        return transactions.read(() -> {
            var before = agenda.neglectedBefore();
            List<KeptDeal> shown = store.neglected(before, rule(), limit);
            int count = shown.size() < limit ? shown.size() : store.countNeglected(before, rule(), MOST_COUNTED);
            return new Neglected(agenda.attentionDays(), count, shown, deals.names(shown));
        });
    }

    private RowRule rule() {
        return rules.reading("deal");
    }
}
