package io.kontor.it.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Eight connections with the product's own settings, without the product. */
final class PlainJdbc implements AutoCloseable {

    private static final String PARAMETERS = "useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=512"
            + "&useBulkStmts=false&transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true";

    private final List<Connection> connections = new ArrayList<>();
    private final ProcessCpu cpu;

    /** Statements of one operation. */
    @FunctionalInterface
    interface Statements {

        void run(Connection connection, int number) throws Exception;
    }

    PlainJdbc(BenchProduct product) throws Exception {
        this.cpu = new ProcessCpu(List.of(ProcessHandle.current().pid(), product.databasePid()));
        for (int i = 0; i < Load.CLIENTS; i++) {
            Connection connection = product.database(BenchProduct.WORKSPACE + "?" + PARAMETERS);
            connection.setAutoCommit(false);
            connections.add(connection);
        }
    }

    /** The driver's process and the database together. */
    Load.Measured measure(int operations, Statements statements) throws Exception {
        return Load.measure(cpu, operations, (client, number) -> {
            Connection connection = connections.get(client);
            statements.run(connection, number);
            connection.commit();
        });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
