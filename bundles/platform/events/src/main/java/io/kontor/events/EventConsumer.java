package io.kontor.events;

import java.util.Set;

/**
 * A durable subscription, published as an OSGi service. It exists from the first time it is seen, survives the absence
 * of its module, and receives every event that is published after that, at least once and, per subject, in order.
 */
public interface EventConsumer {

    /** The stable name of the subscription, {@code <module>.<what it does>}. */
    String subscription();

    /** The names of the events it wants. */
    Set<String> events();

    /**
     * Handles one event. It runs in a transaction of the event's workspace, together with the subscription's progress,
     * so what it writes to the database is written exactly once. An exception rolls it back; the event is tried again
     * with growing pauses and then waits as a dead letter, while events of other subjects go on.
     */
    void handle(ReceivedEvent event);
}
