package io.kontor.customer.internal;

import io.kontor.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every row of the module's tables as text, read past the product's own code. */
final class TableDump {

    private final TestDatabase database;

    TableDump(TestDatabase database) {
        this.database = database;
    }

    List<String> rows() {
        String url = database.server().jdbcUrl() + database.nameOf(database.workspace());
        try (Connection connection = DriverManager.getConnection(
                        url, database.server().user(), database.server().password());
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            for (String table : tables(statement)) {
                rows.addAll(rows(statement, table));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("""
                select table_name from information_schema.tables
                 where table_schema = database() and table_name like 'customer%' order by table_name
                """)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("select * from " + table)) {
            while (result.next()) {
                rows.add(table + row(result));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String column = result.getMetaData().getColumnName(i);
            if (!column.equals("version")) {
                boolean binary = result.getMetaData().getColumnTypeName(i).contains("BINARY");
                String value = binary ? hex(result.getBytes(i)) : result.getString(i);
                row.append(' ').append(column).append('=').append(versionless(value));
            }
        }
        return row.toString();
    }

    /** A document holds the version that counts on and is no fact. */
    private static @Nullable String versionless(@Nullable String value) {
        return value == null ? null : value.replaceAll("\"version\":\\d+", "");
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
}
