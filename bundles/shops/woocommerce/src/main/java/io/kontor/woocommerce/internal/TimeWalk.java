package io.kontor.woocommerce.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A walk through a list by its dates instead of by page numbers: numbers shift when records come and go, dates stay.
 * Dates have seconds only, so each page begins again with the last second of the former one. Where one second fills a
 * whole page, the walk goes on by offset inside it, with an overlap.
 *
 * @param edge the exclusive bound that the shop is asked for; empty at the very beginning
 * @param offset how many records inside the bound were read already
 * @param seen what was read of the last second
 */
record TimeWalk(Optional<Instant> edge, int offset, Set<String> seen) {

    static final int PAGE = 100;
    private static final int OVERLAP = 10;

    /** A record with the date that the list is sorted by. */
    record Step(String id, Instant at) {}

    static TimeWalk from(Optional<Instant> edge) {
        return new TimeWalk(edge, 0, Set.of());
    }

    /** @throws KontorException if another connector wrote the text */
    static TimeWalk decode(String cursor) {
        try {
            String[] parts = cursor.split("\\|", -1);
            Set<String> seen = parts[2].isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(parts[2].split(",")));
            return new TimeWalk(Optional.of(Instant.parse(parts[0])), Integer.parseInt(parts[1]), seen);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new KontorException(
                    ConnectorError.FIELD, Map.of("field", "cursor", "reason", "it belongs to another walk"), e);
        }
    }

    String encode() {
        return edge.orElseThrow() + "|" + offset + "|" + String.join(",", seen);
    }

    /** How to go on towards older records after a page. */
    TimeWalk older(List<Step> page, int read) {
        return page.isEmpty()
                ? skip(read)
                : on(page, page.get(page.size() - 1).at().plusSeconds(1), read, false);
    }

    /** How to go on towards newer records after a page. */
    TimeWalk newer(List<Step> page, int read) {
        return page.isEmpty()
                ? skip(read)
                : on(page, page.get(page.size() - 1).at().minusSeconds(1), read, true);
    }

    private TimeWalk on(List<Step> page, Instant next, int read, boolean newer) {
        boolean moves =
                edge.map(now -> newer ? next.isAfter(now) : next.isBefore(now)).orElse(true);
        if (!moves) {
            return skip(read);
        }
        Instant last = page.get(page.size() - 1).at();
        Set<String> there = page.stream()
                .filter(step -> step.at().equals(last))
                .map(Step::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new TimeWalk(Optional.of(next), 0, there);
    }

    /** The overlap makes up for records that leave the list meanwhile. */
    private TimeWalk skip(int read) {
        return new TimeWalk(edge, offset + Math.max(1, read - OVERLAP), seen);
    }
}
