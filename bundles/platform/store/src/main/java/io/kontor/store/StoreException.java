package io.kontor.store;

/** The database refused a statement, or could not be reached: a defect or an outage, never a person's mistake. */
public final class StoreException extends RuntimeException {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
