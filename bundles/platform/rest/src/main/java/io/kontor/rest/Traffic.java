package io.kontor.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The requests on their way to modules, for the one that replaces modules. Modules are named by their one word; a module
 * that answers at further paths below {@code /api} has these held as well. An OSGi service.
 */
public interface Traffic {

    /**
     * From now on requests for the modules wait at the door, without a thread each, for as long as the node's setting
     * {@code hold.milliseconds} says; then they are answered with 503 {@code module.away}. Those inside go on.
     */
    void hold(Set<String> modules);

    /**
     * Waits until every request for the modules that is inside has been answered.
     *
     * @return false if some were not in time
     */
    boolean drain(Set<String> modules, Duration most) throws InterruptedException;

    /**
     * Lets the held ones go on. A module whose endpoint is closed then is away: it answers 503 at once, until it opens.
     */
    void release(Set<String> modules);

    /** Whether requests for the module are held at this moment, because it is being replaced. */
    default boolean held(String module) {
        return false;
    }

    /** The modules were removed: what is held for them and what comes is answered with 404. */
    void forget(Set<String> modules);

    /** Why not every endpoint that the module's bundle declares is open, in words; empty if all are. */
    Optional<String> closed(String module);
}
