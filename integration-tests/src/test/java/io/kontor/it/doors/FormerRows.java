package io.kontor.it.doors;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of every table as text, {@code column=value}, in all columns or in those that there once were. */
final class FormerRows {

    private static final String TABLES = """
            select concat(table_schema, '.', table_name) from information_schema.tables
            where table_schema = 'kontor' or left(table_schema, 9) = 'kontor_w_'
            """;

    private FormerRows() {}

    /** @param columns by table; where a table is not in it, all */
    static Map<String, List<String>> all(Connection connection, Map<String, List<String>> columns) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                List<String> wanted = columns.getOrDefault(table, List.of("*"));
                try (ResultSet row = statement.executeQuery("select " + String.join(", ", wanted) + " from " + table)) {
                    all.put(table, rows(row));
                }
            }
        }
        return all;
    }

    /** Which columns the rows of each table have; a table without rows is left out. */
    static Map<String, List<String>> columns(Map<String, List<String>> rows) {
        Map<String, List<String>> columns = new TreeMap<>();
        rows.forEach((table, texts) -> texts.stream()
                .findFirst()
                .ifPresent(text -> columns.put(
                        table,
                        text.lines()
                                .map(line -> "`" + line.substring(0, line.indexOf('=')) + "`")
                                .toList())));
        return columns;
    }

    /** Leases, timers and the notes of the migrations themselves change when a product starts. */
    static boolean goesOnByItself(String table) {
        return table.startsWith("kontor.events_")
                || table.startsWith("kontor.jobs_")
                || table.endsWith(".store_fingerprint");
    }

    private static List<String> rows(ResultSet row) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (row.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getMetaData().getColumnName(i) + "=" + text(row.getObject(i)));
            }
            rows.add(String.join("\n", values));
        }
        return rows;
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        String text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        return text.replace("\n", " "); // one line for each column
    }
}
