package io.kontor.it.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What became of the requests of an {@link OpenLoop}. */
record Shots(List<Shot> all) {

    List<Shot> failed() {
        return all.stream().filter(Shot::failed).toList();
    }

    Shots of(Predicate<Shot> which) {
        return new Shots(all.stream().filter(which).toList());
    }

    /** The latency that this part of the answers did not exceed. */
    Duration latency(double part) {
        List<Duration> sorted = all.stream().map(Shot::latency).sorted().toList();
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }

    /** One line of figures for each module. */
    List<String> figures() {
        List<String> lines = new ArrayList<>();
        lines.add(figure("all", this));
        all.stream()
                .map(Shot::module)
                .distinct()
                .sorted()
                .forEach(module ->
                        lines.add(figure(module, of(shot -> shot.module().equals(module)))));
        return lines;
    }

    private static String figure(String name, Shots shots) {
        return String.format(
                Locale.ROOT,
                "%-12s %6d requests, %d failed; median %d ms, 99 %% %d ms, longest %d ms",
                name,
                shots.all().size(),
                shots.failed().size(),
                shots.latency(0.5).toMillis(),
                shots.latency(0.99).toMillis(),
                shots.latency(1).toMillis());
    }
}
