package io.kontor.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kontor.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The pool of connections to the one server. A borrowed connection stands in the catalogue that was asked for; the
 * change costs a round trip, so it is only made when the connection stands elsewhere.
 */
public final class Connections implements AutoCloseable {

    /**
     * READ COMMITTED and UTC whatever the server's defaults are; statements are prepared on the server once per
     * connection. Bulk statements stay off: they do not say how many rows each element changed, which optimistic
     * locking needs.
     */
    private static final String PARAMETERS = "?useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=512"
            + "&useBulkStmts=false&transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&allowLocalInfile=false&tcpKeepAlive=true"
            + "&sessionVariables=innodb_lock_wait_timeout=10";

    private final Account account;
    private final HikariDataSource pool;

    /**
     * Where the server is.
     *
     * @param jdbcUrl ends in a slash, without catalogue and parameters
     */
    public record Account(String jdbcUrl, String user, String password) {

        @Override
        public String toString() {
            return user + "@" + jdbcUrl;
        }
    }

    public Connections(Account account, int size) {
        this.account = account;
        this.pool = new HikariDataSource(configuration(account, size));
    }

    private static HikariConfig configuration(Account account, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("kontor-store");
        config.setDataSource(source(account, ""));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setIdleTimeout(TimeUnit.MINUTES.toMillis(2));
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(30));
        return config;
    }

    private static DataSource source(Account account, String catalogue) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(account.jdbcUrl() + catalogue + PARAMETERS);
            source.setUser(account.user());
            source.setPassword(account.password());
            return source;
        } catch (SQLException e) {
            throw new StoreException("The address of the database is not valid: " + account, e);
        }
    }

    /** A connection that commits each statement by itself and stands in the catalogue. Close it to give it back. */
    Connection borrow(String catalogue) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            enter(connection, catalogue);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void enter(Connection connection, String catalogue) throws SQLException {
        if (!catalogue.equals(connection.getCatalog())) {
            connection.setCatalog(catalogue);
        }
    }

    /** Throws a connection away whose state is unknown, instead of giving it to somebody else. */
    void discard(Connection connection) {
        pool.evictConnection(connection);
    }

    /** Connections outside the pool, for migrations. */
    DataSource direct(String catalogue) {
        return source(account, catalogue);
    }

    @Override
    public void close() {
        pool.close();
    }
}
