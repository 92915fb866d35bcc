package io.kontor.backup.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The server behind a test, spoken to from outside of the product; an empty catalogue means none. */
record DatabaseServer(ServerAccount account) {

    Connection open(String catalogue) throws SQLException {
        Connection connection = account.open();
        if (!catalogue.isEmpty()) {
            connection.setCatalog(catalogue);
        }
        return connection;
    }

    void execute(String catalogue, String sql) {
        try (Connection connection = open(catalogue);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> rows(String catalogue, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = open(catalogue);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i > 1 ? "|" : "").append(row.getString(i));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }
}
