package io.kontor.rest;

import io.kontor.kernel.Actor;

/** Who sent a request, as the {@link RequestGate} found out. */
public interface Caller {

    /** Who acts; for somebody unknown an actor of Kontor's own name. */
    Actor actor();

    /** Whether the sender proved who it is, by a session or a token. */
    boolean known();
}
