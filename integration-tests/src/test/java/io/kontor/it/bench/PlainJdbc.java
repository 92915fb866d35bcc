package io.kontor.it.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Eight connections with the product's own settings, which replay what the product sent. They stand in the workspace's
 * database from the beginning; the product's own change it, which is not counted as a statement.
 */
final class PlainJdbc implements AutoCloseable {

    private static final String PARAMETERS = "useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=512"
            + "&useBulkStmts=false&transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true";

    private final List<Connection> connections = new ArrayList<>();
    private final Replay replay = new Replay();
    private final ProcessCpu cpu;
    private final BenchSize size;

    PlainJdbc(BenchProduct product, BenchSize size) throws Exception {
        this.cpu = new ProcessCpu(List.of(ProcessHandle.current().pid(), product.databasePid()));
        this.size = size;
        for (int i = 0; i < Load.CLIENTS; i++) {
            connections.add(product.database(BenchProduct.WORKSPACE + "?" + PARAMETERS));
        }
    }

    /** The CPU of the driver's process and the database together. */
    ProcessCpu cpu() {
        return cpu;
    }

    /** Replays what only reads; it must find something. */
    Load.Measured measureReads(Recording recording) throws Exception {
        for (Tape tape : recording.tapes()) {
            int rows = run(0, tape, recording.fresh().replacements());
            if (rows == 0) {
                throw new IllegalStateException("Rows were read when this was recorded, and none now: " + tape);
            }
        }
        return measure(recording);
    }

    /** Replays what writes; nobody else may write meanwhile. */
    Load.Measured measureWrites(Recording recording) throws Exception {
        requireSameRows(recording, recording.tapes().size(), () -> {
            for (Tape tape : recording.tapes()) {
                run(0, tape, recording.fresh().replacements());
            }
        });
        return measure(recording);
    }

    /** That replaying so many operations adds the rows that the product added. */
    void requireSameRows(Recording recording, int operations, Recorder.Once replaying) throws Exception {
        recording.requireSameRows(connections.get(0), operations, replaying);
    }

    private Load.Measured measure(Recording recording) throws Exception {
        List<Tape> tapes = recording.tapes();
        return new Load(cpu, size)
                .measure((client, number) -> run(
                        client,
                        tapes.get(number % tapes.size()),
                        recording.fresh().replacements()));
    }

    /** Replays a tape by one of the connections; how many rows that read. */
    int run(int client, Tape tape, FreshValues.Replacements replacements) throws SQLException {
        return replay.run(connections.get(client), tape, replacements);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
