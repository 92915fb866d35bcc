package io.kontor.database;

/** The server could not be started, found or stopped; the message says why in words and what to do. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A reason that needs no cause. */
    public DatabaseException(String message) {
        super(message);
    }

    /** A reason with what lay behind it. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
