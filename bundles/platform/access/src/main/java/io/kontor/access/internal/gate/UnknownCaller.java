package io.kontor.access.internal.gate;

import io.kontor.kernel.Actor;
import io.kontor.rest.Caller;

/** Somebody who did not say who it is, or whose session or token does not count. */
record UnknownCaller() implements Caller {

    private static final Actor ACTOR = Actor.system("visitor");

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public boolean known() {
        return false;
    }
}
