package io.kontor.kernel;

import java.util.UUID;

/** Makes identifiers. An OSGi service; tests give their own for a repeatable sequence. */
public interface IdGenerator {

    /** A new UUID of version 7 (RFC 9562): unique, and later ones sort after earlier ones of this process. */
    UUID next();
}
