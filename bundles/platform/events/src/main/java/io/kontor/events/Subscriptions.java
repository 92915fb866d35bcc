package io.kontor.events;

import java.util.List;

/** The durable subscriptions of the whole installation, for operation and for purging a module. An OSGi service. */
public interface Subscriptions {

    /**
     * How far a subscription has come.
     *
     * @param behind how many events it has not looked at yet
     * @param failing how many events are tried again or wait behind one
     * @param dead how many of them wait for a person
     */
    record Progress(String subscription, long behind, long failing, long dead) {}

    List<Progress> all();

    /** Ends a subscription and forgets its dead letters. Only for the confirmed purge of its module. */
    void end(String subscription);
}
