package io.kontor.backup.internal;

/** Who watches. */
interface Progress {

    /** A line for the operator. */
    void say(String line);

    /** Of a table so many rows are through; called often. */
    default void through(TableDefinition table, long rows) {
        // Only somebody who waits for it wants to know.
    }

    /** Whether nobody waits for the result any more. */
    default boolean abandoned() {
        return false;
    }

    /** @throws Trouble if the work is to end here */
    default void requireWanted() {
        if (abandoned() || Thread.currentThread().isInterrupted()) {
            throw new Trouble("Broken off; nothing is left of it");
        }
    }
}
