package io.kontor.modules.internal.store;

import java.util.Locale;

/** Where an artefact is from. */
public enum Origin {
    /** It came with the distribution. */
    SHIPPED,
    /** Somebody handed it in. */
    UPLOADED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
