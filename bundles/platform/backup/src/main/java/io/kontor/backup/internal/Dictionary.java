package io.kontor.backup.internal;

import io.kontor.backup.internal.TableDefinition.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what databases and tables of Kontor a server has now. Its dictionary is never part of a snapshot. */
final class Dictionary {

    private static final String SCHEMAS = """
            select schema_name, default_character_set_name, default_collation_name
            from information_schema.schemata
            where schema_name = ? or left(schema_name, char_length(?)) = ?
            order by schema_name
            """;

    private static final String TABLES = """
            select table_name, table_type, coalesce(engine, '') as engine, coalesce(avg_row_length, 0) as row_bytes,
              coalesce(data_length, 0) as bytes
            from information_schema.tables where table_schema = ? order by table_name
            """;

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = ? and coalesce(is_generated, 'NEVER') <> 'ALWAYS'
            order by table_name, ordinal_position
            """;

    private static final String KEYS = """
            select table_name, column_name from information_schema.statistics
            where table_schema = ? and index_name = 'PRIMARY' order by table_name, seq_in_index
            """;

    private static final String OTHER_THINGS = """
            select concat('trigger ', trigger_name) from information_schema.triggers where trigger_schema = ?
            union all select concat('routine ', routine_name) from information_schema.routines where routine_schema = ?
            union all select concat('event ', event_name) from information_schema.events where event_schema = ?
            """;

    private Dictionary() {}

    /** The control database and every workspace's, by name; also one that is only half made. */
    static List<Schema> read(Connection connection, String control) throws SQLException {
        List<Schema> schemas = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SCHEMAS)) {
            String workspaces = control + "_w_";
            statement.setString(1, control);
            statement.setString(2, workspaces);
            statement.setString(3, workspaces);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    schemas.add(new Schema(row.getString(1), row.getString(2), row.getString(3), List.of(), 0));
                }
            }
        }
        List<Schema> complete = new ArrayList<>();
        for (Schema schema : schemas) {
            requireNothingElse(connection, schema.name());
            complete.add(withTables(connection, schema));
        }
        return complete;
    }

    private static Schema withTables(Connection connection, Schema schema) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        each(
                connection,
                COLUMNS,
                schema.name(),
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new Column(row.getString(2), row.getString(3).toLowerCase(Locale.ROOT))));
        each(
                connection,
                KEYS,
                schema.name(),
                row -> keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)));
        List<TableDefinition> tables = new ArrayList<>();
        long[] bytes = {0};
        each(connection, TABLES, schema.name(), row -> {
            String name = row.getString("table_name");
            if (!row.getString("table_type").equals("BASE TABLE")
                    || !row.getString("engine").equalsIgnoreCase("innodb")) {
                throw notOurs(
                        schema.name(), name + ", a " + row.getString("table_type") + " " + row.getString("engine"));
            }
            bytes[0] += row.getLong("bytes");
            tables.add(new TableDefinition(
                    schema.name(),
                    name,
                    create(connection, schema.name(), name),
                    columns.getOrDefault(name, List.of()),
                    keys.getOrDefault(name, List.of()),
                    row.getLong("row_bytes")));
        });
        return new Schema(schema.name(), schema.charset(), schema.collation(), tables, bytes[0]);
    }

    /** The statement has a line break behind each column; in names, texts and comments they are written as \n. */
    private static String create(Connection connection, String schema, String table) throws SQLException {
        String query = "show create table " + TableDefinition.quoted(schema) + "." + TableDefinition.quoted(table);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(2).replace("\n", " ");
        }
    }

    private static void requireNothingElse(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHER_THINGS)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            statement.setString(3, schema);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw notOurs(schema, row.getString(1));
                }
            }
        }
    }

    private static Trouble notOurs(String schema, String what) {
        return new Trouble("The database " + schema + " holds something that Kontor did not make and that this backup"
                + " would leave out: " + what + ". Move it to a database of its own, then do it again.");
    }

    /** What is done with a row. */
    private interface RowUse {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, String schema, RowUse use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    use.take(row);
                }
            }
        }
    }
}
