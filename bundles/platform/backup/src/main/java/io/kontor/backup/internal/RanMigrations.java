package io.kontor.backup.internal;

import io.kontor.backup.internal.Snapshot.TablesChanged;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Which migrations ran in a database, from the history that each module keeps there. */
final class RanMigrations {

    private static final String HISTORY = "_schema_history";

    private RanMigrations() {}

    /** By module the number of the last one. */
    static Map<String, String> of(Snapshot snapshot, Schema schema) throws SQLException, TablesChanged {
        Map<String, String> last = new TreeMap<>();
        for (TableDefinition table : schema.tables()) {
            if (table.name().endsWith(HISTORY)) {
                String module = table.name().substring(0, table.name().length() - HISTORY.length());
                last.put(module, snapshot.table(table, connection -> last(connection, table)));
            }
        }
        return last;
    }

    private static String last(Connection connection, TableDefinition table) throws SQLException {
        String query =
                "select version from " + table.qualified() + " where success order by installed_rank desc limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
