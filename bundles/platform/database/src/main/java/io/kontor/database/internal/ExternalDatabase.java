package io.kontor.database.internal;

import io.kontor.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** Somebody else's MariaDB. */
record ExternalDatabase(String jdbcUrl, String user, String password) implements Database {

    void requireAnswer() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5000");
        try (Connection connection = new Driver().connect(jdbcUrl, properties)) {
            if (connection == null) {
                throw new SQLException("url in io.kontor.database.cfg must begin with jdbc:mariadb://");
            }
        }
    }

    @Override
    public String toString() {
        return "ExternalDatabase[" + jdbcUrl + ", " + user + "]";
    }
}
