package io.kontor.rest;

import io.kontor.kernel.Actor;
import io.kontor.kernel.KontorException;

/** Who sent a request, as the {@link RequestGate} found out. */
public interface Caller {

    /**
     * The caller of a request that a guard let pass.
     *
     * @throws KontorException {@link RestError#LOG_IN_REQUIRED}
     */
    static Caller of(ClientRequest request) {
        if (request.http().getAttribute(Caller.class.getName()) instanceof Caller caller) {
            return caller;
        }
        throw new KontorException(RestError.LOG_IN_REQUIRED);
    }

    /** Who acts; for somebody unknown an actor of Kontor's own name. */
    Actor actor();

    /** Whether the sender proved who it is, by a session or a token. */
    boolean known();

    /**
     * Whether the caller has a permission. An operation's own stands on its method; this is for what one answer shows
     * to some and not to others.
     */
    default boolean may(String permission) {
        return false;
    }
}
