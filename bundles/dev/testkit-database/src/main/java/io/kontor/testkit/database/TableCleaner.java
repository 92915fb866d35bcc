package io.kontor.testkit.database;

import io.kontor.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Empties tables between tests; those that a migration filled stay as they are. */
final class TableCleaner {

    private final Database server;
    private final Set<String> kept = new HashSet<>();

    TableCleaner(Database server) {
        this.server = server;
    }

    /** Remembers the tables that have rows now. */
    void keepSeeded(String catalogue) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement, catalogue)) {
                if (filled(statement, table)) {
                    kept.add(table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look into " + catalogue, e);
        }
    }

    void clear(String catalogue) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables(statement, catalogue)) {
                if (!kept.contains(table) && filled(statement, table)) {
                    statement.execute("delete from " + table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot clear " + catalogue, e);
        }
    }

    void drop(String catalogue) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists `" + catalogue + "`");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + catalogue, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static List<String> tables(Statement statement, String catalogue) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("show tables in `" + catalogue + "`")) {
            while (result.next()) {
                tables.add("`" + catalogue + "`.`" + result.getString(1) + "`");
            }
        }
        return tables;
    }

    private static boolean filled(Statement statement, String table) throws SQLException {
        try (ResultSet result = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return result.next();
        }
    }
}
