package io.kontor.backup.internal;

import io.kontor.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** The database server whose databases are copied or filled. */
record ServerAccount(String jdbcUrl, String user, String password) {

    /**
     * Both sides read and write text in the same way, whatever the server's settings are; a slow disk on our side is no
     * reason for the server to hang up.
     */
    private static final List<String> SESSION = List.of(
            "set session sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'",
            "set session time_zone = '+00:00'",
            "set session net_write_timeout = 3600",
            "set session net_read_timeout = 3600",
            "set session max_statement_time = 0");

    static ServerAccount of(Database database) {
        return new ServerAccount(database.jdbcUrl(), database.user(), database.password());
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("allowLocalInfile", "false");
        Connection connection = new Driver().connect(jdbcUrl, properties);
        if (connection == null) {
            throw new SQLException("The driver does not know " + jdbcUrl);
        }
        try (Statement statement = connection.createStatement()) {
            for (String setting : SESSION) {
                statement.execute(setting);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public String toString() {
        return "ServerAccount[" + jdbcUrl + ", " + user + "]";
    }
}
