package io.kontor.pipeline.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Next steps and their absence as JSON. */
final class AgendaJson {

    private AgendaJson() {}

    /**
     * Open deals whose next step is due.
     *
     * @param today the day it is in the zone of the legal entity
     * @param more whether there are more than these
     */
    record StepsJson(LocalDate today, ZoneId zone, List<DealJson> items, boolean more) {
        static StepsJson of(AgendaReading.Steps steps) {
            return new StepsJson(
                    steps.today(),
                    steps.zone(),
                    steps.deals().stream()
                            .map(deal -> DealJson.of(deal, steps.names()))
                            .toList(),
                    steps.more());
        }
    }

    /**
     * Open deals without a next step, the longest waiting first.
     *
     * @param days for how long at least
     * @param count all of them, at most 1000
     */
    record NeglectedJson(int days, int count, List<DealJson> items) {
        static NeglectedJson of(AgendaReading.Neglected neglected) {
            return new NeglectedJson(
                    neglected.days(),
                    neglected.count(),
                    neglected.deals().stream()
                            .map(deal -> DealJson.of(deal, neglected.names()))
                            .toList());
        }
    }
}
