package io.kontor.it.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All rows of a few databases at one moment, to tell which ones an operation has added. */
final class RowSnapshot {

    /**
     * One table.
     *
     * @param name with its database
     * @param unique the columns of each unique index
     * @param indexed the columns of any index
     */
    record Table(String name, List<String> columns, Map<String, Set<String>> unique, Set<String> indexed) {

        Set<String> primary() {
            return unique.getOrDefault("PRIMARY", Set.copyOf(columns));
        }
    }

    /** One row: its values in the order of the table's columns. */
    record StoredRow(Table table, List<Object> values) {

        Object value(String column) {
            return values.get(table.columns().indexOf(column));
        }

        private List<Object> key() {
            List<Object> key = new ArrayList<>(List.of(table.name()));
            table.primary().forEach(column -> key.add(comparable(value(column))));
            return key;
        }
    }

    /** What a column holds that is NULL. */
    static final Object NOTHING = new Object();

    private final Map<List<Object>, StoredRow> rows = new LinkedHashMap<>();
    private final Set<Object> values = new HashSet<>();

    private RowSnapshot() {}

    static RowSnapshot of(Connection connection, List<String> catalogues) throws SQLException {
        RowSnapshot snapshot = new RowSnapshot();
        for (String catalogue : catalogues) {
            for (Table table : tables(connection, catalogue)) {
                snapshot.read(connection, table);
            }
        }
        return snapshot;
    }

    /** The rows that were not there before, in the order of the tables. */
    List<StoredRow> since(RowSnapshot before) {
        List<StoredRow> added = new ArrayList<>();
        rows.forEach((key, row) -> {
            if (!before.rows.containsKey(key)) {
                added.add(row);
            }
        });
        return added;
    }

    /** Whether any column of any row had this value. */
    boolean has(Object value) {
        return values.contains(comparable(value));
    }

    /** The same value in a form that can be compared and looked up. */
    static Object comparable(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    private void read(Connection connection, Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table.name())) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = found.getObject(i);
                    row.add(value == null ? NOTHING : value);
                    values.add(comparable(row.get(i - 1)));
                }
                StoredRow stored = new StoredRow(table, row);
                rows.put(stored.key(), stored);
            }
        }
    }

    private static List<Table> tables(Connection connection, String catalogue) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select table_name from information_schema.tables
                 where table_schema = ? and table_type = 'BASE TABLE' order by table_name
                """)) {
            statement.setString(1, catalogue);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tables.add(table(connection, catalogue, found.getString(1)));
                }
            }
        }
        return tables;
    }

    private static Table table(Connection connection, String catalogue, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        String quoted = "`" + catalogue + "`.`" + name + "`";
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + quoted + " where false")) {
            ResultSetMetaData described = none.getMetaData();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(described.getColumnName(i));
            }
        }
        return new Table(
                quoted,
                columns,
                indexes(connection, catalogue, name, true),
                indexes(connection, catalogue, name, false).values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Set<String>> indexes(
            Connection connection, String catalogue, String name, boolean uniqueOnly) throws SQLException {
        Map<String, Set<String>> indexes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select index_name, column_name from information_schema.statistics
                 where table_schema = ? and table_name = ? and (non_unique = 0 or not ?)
                 order by index_name, seq_in_index
                """)) {
            statement.setString(1, catalogue);
            statement.setString(2, name);
            statement.setBoolean(3, uniqueOnly);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    indexes.computeIfAbsent(found.getString(1), index -> new LinkedHashSet<>())
                            .add(found.getString(2));
                }
            }
        }
        return indexes;
    }
}
