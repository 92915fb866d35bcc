package io.kontor.order.internal;

import io.kontor.kernel.Money;
import io.kontor.order.internal.TurnoverStore.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was ordered today and in the days before, per currency and never converted.
 *
 * @param today the day it is in the zone
 * @param currencies the one that sells most today first
 */
record Turnover(LocalDate today, ZoneId zone, List<InCurrency> currencies) {

    /** How many days are told, today included. */
    static final int DAYS = 14;

    private static final int WEEK = 7;

    /** Orders and their worth. */
    record Sum(long orders, Money ordered, Money paid) {

        Sum plus(Slice slice) {
            return new Sum(
                    orders + slice.orders(),
                    ordered.plus(new Money(slice.ordered(), slice.currency())),
                    paid.plus(new Money(slice.paid(), slice.currency())));
        }

        static Sum zero(Currency currency) {
            return new Sum(0, Money.zero(currency), Money.zero(currency));
        }
    }

    /**
     * One currency.
     *
     * @param yesterday the day before, until the time of day that it is now
     * @param weekBefore the same weekday a week before, until this time of day
     * @param days whole days, the oldest first, today last
     */
    record InCurrency(Currency currency, Sum today, Sum yesterday, Sum weekBefore, List<Sum> days) {}

    /** When the first of the told days begins. */
    static Instant begin(LocalDate today, ZoneId zone) {
        return today.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
    }

    static Turnover of(List<Slice> slices, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant begin = begin(today, zone);
        Map<String, List<Slice>> byCurrency = new TreeMap<>();
        slices.forEach(slice -> byCurrency
                .computeIfAbsent(slice.currency().getCurrencyCode(), code -> new java.util.ArrayList<>())
                .add(slice));
        List<InCurrency> currencies = byCurrency.values().stream()
                .map(own -> inCurrency(own, begin, now, zone))
                .sorted(Comparator.comparing(
                                (InCurrency sums) -> sums.today().ordered().minor())
                        .reversed())
                .toList();
        return new Turnover(today, zone, currencies);
    }

    private static InCurrency inCurrency(List<Slice> slices, Instant begin, Instant now, ZoneId zone) {
        Currency currency = slices.get(0).currency();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Sum> days = IntStream.range(0, DAYS)
                .mapToObj(index -> today.minusDays(DAYS - 1L - index))
                .map(day -> sum(currency, slices, begin, startOf(day, zone), startOf(day.plusDays(1), zone)))
                .toList();
        return new InCurrency(
                currency,
                days.get(DAYS - 1),
                soFar(currency, slices, begin, now, zone, 1),
                soFar(currency, slices, begin, now, zone, WEEK),
                days);
    }

    /** A day before, as far as today has come: by the clock on the wall, to the quarter of an hour that has begun. */
    private static Sum soFar(
            Currency currency, List<Slice> slices, Instant begin, Instant now, ZoneId zone, int daysBefore) {
        LocalDate day = LocalDate.ofInstant(now, zone).minusDays(daysBefore);
        Instant until = day.atTime(now.atZone(zone).toLocalTime()).atZone(zone).toInstant();
        return sum(currency, slices, begin, startOf(day, zone), until);
    }

    private static Sum sum(Currency currency, List<Slice> slices, Instant begin, Instant from, Instant until) {
        Sum sum = Sum.zero(currency);
        for (Slice slice : slices) {
            Instant at = begin.plus(Duration.ofMinutes((long) slice.slice() * TurnoverStore.SLICE_MINUTES));
            if (!at.isBefore(from) && at.isBefore(until)) {
                sum = sum.plus(slice);
            }
        }
        return sum;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
