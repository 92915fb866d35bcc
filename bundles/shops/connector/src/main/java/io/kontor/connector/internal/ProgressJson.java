package io.kontor.connector.internal;

import java.time.Instant;
import java.util.Optional;

/** How far an import has come, as JSON. */
record ProgressJson(
        ImportProgress.Phase phase,
        ImportProgress.Tally orders,
        ImportProgress.Tally customers,
        ImportProgress.Tally products,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    static ProgressJson of(ImportProgress progress) {
        return new ProgressJson(
                progress.phase(),
                progress.orders(),
                progress.customers(),
                progress.products(),
                progress.startedAt(),
                progress.finishedAt());
    }
}
