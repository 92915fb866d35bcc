package io.kontor.modules.internal.engine;

import java.util.Locale;

/** What a module does on this node. */
public enum Phase {
    STARTING,
    ACTIVE,
    /** A module that it needs is away. */
    WAITING,
    FAILED,
    QUARANTINED,
    /** It is about to be stopped; requests for it are held. */
    DRAINING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
