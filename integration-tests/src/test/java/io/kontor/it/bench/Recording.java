package io.kontor.it.bench;

import io.kontor.it.bench.Recorder.Once;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * The statements of an operation, recorded several times: by other customers each time, for example.
 *
 * @param tapes the recordings that are alike
 * @param fresh what must be another value whenever they are replayed
 * @param rows which rows so many recordings added
 * @param times how many were recorded
 */
record Recording(List<Tape> tapes, FreshValues fresh, RowCounts rows, int times) {

    private static final List<String> CATALOGUES = List.of(BenchProduct.CONTROL, BenchProduct.WORKSPACE);

    /** All rows before something was recorded. */
    record Before(BenchProduct product, RowCounts counts, RowSnapshot rows) {

        static Before of(BenchProduct product) throws Exception {
            product.settle();
            try (Connection connection = product.database(BenchProduct.WORKSPACE)) {
                return new Before(
                        product, RowCounts.of(connection, CATALOGUES), RowSnapshot.of(connection, CATALOGUES));
            }
        }

        /** The recording of what was done since, so many times. */
        Recording recorded(List<Tape> tapes, int times) throws Exception {
            try (Connection connection = product.database(BenchProduct.WORKSPACE)) {
                return new Recording(
                        tapes,
                        FreshValues.of(rows, RowSnapshot.of(connection, CATALOGUES)),
                        RowCounts.of(connection, CATALOGUES).since(counts),
                        times);
            }
        }
    }

    /** Records an operation that only reads. */
    static Recording ofReads(Recorder recorder, int times, Once operation) throws Exception {
        return new Recording(recorder.record(times, operation), FreshValues.none(), new RowCounts(Map.of()), times);
    }

    /** Records an operation that writes, while no event gets its position and nobody follows what is written. */
    static Recording ofWrites(BenchProduct product, Recorder recorder, int times, Once operation) throws Exception {
        Before before = Before.of(product);
        return HeldEvents.during(product, () -> before.recorded(recorder.record(times, operation), times));
    }

    /** That replaying so many of the operations adds the rows that the product added. */
    void requireSameRows(Connection connection, int operations, Once replay) throws Exception {
        RowCounts before = RowCounts.of(connection, CATALOGUES);
        replay.run();
        requireSameRows(RowCounts.of(connection, CATALOGUES).since(before), operations);
    }

    private void requireSameRows(RowCounts replayed, int operations) {
        if (!replayed.times(times).equals(rows.times(operations))) {
            throw new IllegalStateException("The product added, in " + times + " operations, " + rows.describe(1)
                    + "; their statements, in " + operations + ", " + replayed.describe(1));
        }
    }

    /** Its statements and rows. */
    String describe() {
        String statements = Tape.describe(tapes, tapes.size());
        return rows.byTable().isEmpty() ? statements : statements + "; rows: " + rows.describe(times);
    }
}
