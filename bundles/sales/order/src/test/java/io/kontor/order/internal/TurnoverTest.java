package io.kontor.order.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.kernel.Money;
import io.kontor.order.internal.Turnover.InCurrency;
import io.kontor.order.internal.Turnover.Sum;
import io.kontor.order.internal.TurnoverStore.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnoverTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    /** Monday, 30 March 2026, 14:10 in Berlin, the day after the clocks went forward. */
    private static final Instant NOW = Instant.parse("2026-03-30T12:10:00Z");

    @Test
    void aDayIsOneOfTheZone() {
        InCurrency euro = only(
                slice(EUR, "2026-03-29T21:45:00Z", 1, 100, 0), // Sunday, 23:45
                slice(EUR, "2026-03-29T22:00:00Z", 2, 300, 200)); // Monday, 00:00
        assertEquals(new Sum(2, euro(300), euro(200)), euro.today());
        assertEquals(new Sum(1, euro(100), euro(0)), euro.days().get(12));
        assertEquals(euro.today(), euro.days().get(13));
    }

    @Test
    void yesterdayIsComparedAsFarAsTodayHasCome() {
        InCurrency euro = only(
                slice(EUR, "2026-03-29T11:45:00Z", 1, 100, 0), // Sunday, 13:45
                slice(EUR, "2026-03-29T12:15:00Z", 4, 900, 0)); // Sunday, 14:15
        assertEquals(1, euro.yesterday().orders());
        assertEquals(5, euro.days().get(12).orders());
    }

    @Test
    void theWeekdayIsComparedByTheClockOnTheWall() {
        InCurrency euro = only(
                slice(EUR, "2026-03-23T13:00:00Z", 1, 100, 0), // Monday in winter time, 14:00
                slice(EUR, "2026-03-23T13:15:00Z", 4, 900, 0)); // 14:15
        assertEquals(1, euro.weekBefore().orders());
    }

    @Test
    void currenciesStandBesideEachOtherAndTheBusiestIsFirst() {
        Turnover turnover = Turnover.of(
                List.of(
                        slice(EUR, "2026-03-30T08:00:00Z", 1, 100, 0),
                        slice(JPY, "2026-03-30T08:00:00Z", 1, 5_000, 5_000)),
                NOW,
                BERLIN);
        assertEquals(
                List.of(JPY, EUR),
                turnover.currencies().stream().map(InCurrency::currency).toList());
        assertEquals(LocalDate.of(2026, 3, 30), turnover.today());
    }

    private static InCurrency only(Slice... slices) {
        List<InCurrency> currencies = Turnover.of(List.of(slices), NOW, BERLIN).currencies();
        assertEquals(1, currencies.size());
        return currencies.get(0);
    }

    private static Slice slice(Currency currency, String at, long orders, long ordered, long paid) {
        Instant begin = Turnover.begin(LocalDate.ofInstant(NOW, BERLIN), BERLIN);
        long slice = Duration.between(begin, Instant.parse(at)).toMinutes() / TurnoverStore.SLICE_MINUTES;
        return new Slice(currency, (int) slice, orders, ordered, paid);
    }

    private static Money euro(long minor) {
        return new Money(minor, EUR);
    }
}
