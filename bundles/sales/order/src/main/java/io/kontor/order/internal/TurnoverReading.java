package io.kontor.order.internal;

import io.kontor.access.RowRules;
import io.kontor.seller.LegalEntities;
import io.kontor.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was ordered, and what of it needs somebody; through the row rule of whoever asks. */
@Component(service = TurnoverReading.class)
public final class TurnoverReading {
    static final int MOST_COUNTED = 1000;

    private final TurnoverStore store;
    private final RowRules rules;
    private final LegalEntities sellers;
    private final Settings settings;
    private final Clock clock;

    /**
     * Open orders whose payment failed.
     *
     * @param days how long they count
     * @param count at most {@link #MOST_COUNTED}
     */
    record Failed(int days, int count) {}

    @Activate
    public TurnoverReading(
            @Reference TurnoverStore store,
            @Reference RowRules rules,
            @Reference LegalEntities sellers,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.store = store;
        this.rules = rules;
        this.sellers = sellers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A day is one in the zone of the legal entity. */
    Turnover turnover() {
        Instant now = clock.instant();
        ZoneId zone = sellers.standard().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant end = today.plusDays(1).atStartOfDay(zone).toInstant();
        return Turnover.of(store.slices(Turnover.begin(today, zone), end, rules.reading("order")), now, zone);
    }

    Failed failedPayments() {
        int days = settings.get("order", OrderSettings.class).failedPaymentDays();
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return new Failed(days, store.failedPayments(since, rules.reading("order"), MOST_COUNTED));
    }
}
