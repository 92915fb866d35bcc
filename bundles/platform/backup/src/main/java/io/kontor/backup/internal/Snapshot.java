package io.kontor.backup.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * All databases of the installation as they stand at one moment: one read-only transaction of the server, whose
 * consistent view reaches over every database on it. Nobody waits for it, except that a table cannot be changed in its
 * columns in the seconds in which it is read. The dictionary is not part of the view: it is compared before and after.
 */
final class Snapshot implements AutoCloseable {

    /** The server's own number for "Table definition has changed, please retry transaction". */
    private static final int DEFINITION_CHANGED = 1412;

    private static final int NO_SUCH_TABLE = 1146;

    private final Connection connection;
    private final String control;
    private final List<Schema> schemas;

    private Snapshot(Connection connection, String control, List<Schema> schemas) {
        this.connection = connection;
        this.control = control;
        this.schemas = schemas;
    }

    /** A table came, went or was changed meanwhile: a module was installed or updated. */
    static final class TablesChanged extends Exception {

        private static final long serialVersionUID = 1L;

        TablesChanged(String message) {
            super(message);
        }

        TablesChanged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Snapshot take(ServerAccount account, String control) throws SQLException, TablesChanged {
        Connection connection = account.open();
        try {
            List<Schema> before = Dictionary.read(connection, control);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session transaction isolation level repeatable read");
                statement.execute("start transaction with consistent snapshot, read only");
            }
            Snapshot snapshot = new Snapshot(connection, control, before);
            snapshot.requireUnchanged();
            return snapshot;
        } catch (SQLException | TablesChanged | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    List<Schema> schemas() {
        return schemas;
    }

    String server() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** What is done with a table. */
    interface TableUse<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Reads a table as it was, and lets go of it afterwards, so that it can be changed again. */
    <T> T table(TableDefinition table, TableUse<T> use) throws SQLException, TablesChanged {
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint before_table");
            T result = use.read(connection);
            statement.execute("rollback to savepoint before_table");
            return result;
        } catch (SQLException e) {
            if (e.getErrorCode() == DEFINITION_CHANGED || e.getErrorCode() == NO_SUCH_TABLE) {
                throw new TablesChanged("The table " + table.qualified() + " was changed", e);
            }
            throw e;
        }
    }

    long count(TableDefinition table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table.qualified())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Compares the server's dictionary with what it said before the view was opened. */
    void requireUnchanged() throws SQLException, TablesChanged {
        if (!Schema.same(schemas, Dictionary.read(connection, control))) {
            throw new TablesChanged("Tables came, went or were changed");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
