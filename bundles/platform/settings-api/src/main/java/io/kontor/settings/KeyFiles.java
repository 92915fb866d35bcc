package io.kontor.settings;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens any key file, where there is no running product: a backup is restored by a program of its own, which finds this
 * through {@link java.util.ServiceLoader}.
 */
public interface KeyFiles {

    /**
     * Opens a key file that is there; makes none.
     *
     * @throws IOException if it cannot be read or is not a key file; its content is never part of the message
     */
    KeyedSecrets read(Path keyFile) throws IOException;
}
