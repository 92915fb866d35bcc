package io.kontor.events;

import java.util.List;
import java.util.function.Consumer;

/** Follows all committed events of all workspaces as they get their position. Not durable. An OSGi service. */
public interface EventTail {

    /** The position of the newest event that this node has seen. */
    long position();

    /**
     * Whether every event after a position can still be told. Events go after 30 days, so who was away for longer must
     * look at everything again.
     */
    boolean keeps(long afterPosition);

    /**
     * Calls the listener with every event after a position, in order and without gaps, first those that are past, then
     * each new one within moments. It is called on a thread that serves all listeners, so it must be quick; if it
     * throws, it is told no more.
     *
     * @return closing it ends the subscription
     */
    Subscription subscribe(long afterPosition, Consumer<List<TailEvent>> listener);

    /** Something to close. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
