package io.kontor.store;

/** A unique key of the database forbids a row. Services turn it into their own error code. */
public final class UniqueViolation extends RuntimeException {

    private final String key;

    public UniqueViolation(String key, Throwable cause) {
        super("A row with the same " + key + " exists", cause);
        this.key = key;
    }

    /** The name of the violated key as the migration gave it. */
    public String key() {
        return key;
    }
}
