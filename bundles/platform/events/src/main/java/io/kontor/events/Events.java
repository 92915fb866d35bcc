package io.kontor.events;

/** Publishes events as part of the current transaction: they are there if, and only if, it commits. An OSGi service. */
public interface Events {

    /**
     * Writes the event to the outbox.
     *
     * @throws IllegalStateException outside a transaction
     */
    void publish(DomainEvent event);
}
