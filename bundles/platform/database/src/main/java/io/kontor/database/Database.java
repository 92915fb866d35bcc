package io.kontor.database;

/**
 * A MariaDB server that answers. Published as an OSGi service once the server accepts connections; the
 * account may create databases and grant rights in them.
 */
public interface Database {

    /**
     * The address without a catalogue and without parameters, ending in a slash:
     * {@code jdbc:mariadb://127.0.0.1:3306/}. Append the name of a database and parameters as needed.
     */
    String jdbcUrl();

    /** The account that owns every database of this installation. */
    String user();

    /** The account's password, never empty for the embedded server. Must not reach a log. */
    String password();
}
