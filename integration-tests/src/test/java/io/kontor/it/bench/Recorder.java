package io.kontor.it.bench;

import io.kontor.it.bench.GeneralLog.Entry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes down what the quiet product sends to its database during an operation. What it sends while nobody asks for
 * anything (jobs and events that are looked for, leases) is learnt first and left out. What is in the cache of the
 * product that has just been used, as the session of a log-in for some seconds, is no statement of an operation: of
 * several recordings those count that are like the shortest.
 */
final class Recorder implements AutoCloseable {

    private final BenchProduct product;
    private final GeneralLog log;
    private final PreparedTexts texts = new PreparedTexts();
    private final Set<String> foreign = new HashSet<>();

    /** Something to be watched. */
    @FunctionalInterface
    interface Once {

        void run() throws Exception;
    }

    /** The log has been on since the start and ends with this. */
    Recorder(BenchProduct product) throws Exception {
        this.product = product;
        this.log = new GeneralLog(product.database(""));
    }

    /** Learns what the product does by itself. */
    void listen(Duration quiet) throws Exception {
        product.settle();
        read();
        Thread.sleep(quiet.toMillis());
        foreign.addAll(Unit.shapes(read()));
    }

    /** The statements of an operation, from so many recordings, at least half of which must be alike. */
    List<Tape> record(int times, Once operation) throws Exception {
        List<List<Unit>> recordings = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            read();
            operation.run();
            recordings.add(units());
        }
        List<Unit> shortest = recordings.stream()
                .min(Comparator.comparingInt(Recorder::length))
                .orElseThrow();
        List<Tape> alike = recordings.stream()
                .map(recording -> like(shortest, recording))
                .filter(recording -> kinds(recording).equals(kinds(shortest)))
                .map(Tape::of)
                .toList();
        if (2 * alike.size() < times || length(shortest) == 0) {
            throw new IllegalStateException(
                    "Only " + alike.size() + " of " + times + " recordings are alike; the shortest is " + shortest);
        }
        return alike;
    }

    /** What has ended since this was asked, or something was recorded. */
    List<Unit> units() throws Exception {
        return Unit.of(read(), foreign, texts);
    }

    private static List<Unit> like(List<Unit> pattern, List<Unit> recording) {
        List<List<String>> kinds = kinds(pattern);
        return recording.stream().filter(unit -> kinds.contains(unit.kind())).toList();
    }

    private static List<List<String>> kinds(List<Unit> units) {
        return units.stream().map(Unit::kind).toList();
    }

    private static int length(List<Unit> units) {
        return units.stream().mapToInt(unit -> unit.statements().size()).sum();
    }

    private List<Entry> read() throws Exception {
        List<Entry> entries = log.next();
        texts.learn(entries);
        return entries;
    }

    @Override
    public void close() throws SQLException {
        log.close();
    }
}
