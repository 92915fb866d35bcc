package io.kontor.backup.internal;

/** What keeps a backup from being made or restored, in words for the operator: what it is, and what to do. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
