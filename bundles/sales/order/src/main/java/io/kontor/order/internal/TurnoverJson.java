package io.kontor.order.internal;

import io.kontor.rest.MoneyJson;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What was ordered today and before as JSON.
 *
 * @param today the day it is in the zone
 * @param zone of the legal entity
 */
record TurnoverJson(LocalDate today, ZoneId zone, List<InCurrencyJson> currencies) {

    /** Orders and their worth; cancelled ones do not count, refunds are not paid. */
    record SumJson(long orders, MoneyJson ordered, MoneyJson paid) {
        static SumJson of(Turnover.Sum sum) {
            return new SumJson(sum.orders(), MoneyJson.of(sum.ordered()), MoneyJson.of(sum.paid()));
        }
    }

    /**
     * One currency.
     *
     * @param yesterday until the time of day that it is now
     * @param weekBefore the same weekday of the week before, until this time of day
     * @param days fourteen whole days, today last
     */
    record InCurrencyJson(String currency, SumJson today, SumJson yesterday, SumJson weekBefore, List<SumJson> days) {
        static InCurrencyJson of(Turnover.InCurrency sums) {
            return new InCurrencyJson(
                    sums.currency().getCurrencyCode(),
                    SumJson.of(sums.today()),
                    SumJson.of(sums.yesterday()),
                    SumJson.of(sums.weekBefore()),
                    sums.days().stream().map(SumJson::of).toList());
        }
    }

    /**
     * Open orders whose payment failed.
     *
     * @param days how long they count after they were placed
     * @param count at most 1000
     */
    record FailedJson(int days, int count) {}

    static TurnoverJson of(Turnover turnover) {
        return new TurnoverJson(
                turnover.today(),
                turnover.zone(),
                turnover.currencies().stream().map(InCurrencyJson::of).toList());
    }
}
