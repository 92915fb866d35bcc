package io.kontor.store.internal;

import java.util.Locale;

/** Where the tables of a module are. */
public enum Scope {
    /** Once, in the control database. */
    CONTROL,
    /** In the database of every workspace. */
    WORKSPACE;

    /**
     * Reads the bundle header {@code Kontor-Store}.
     *
     * @throws IllegalArgumentException if it is neither {@code workspace} nor {@code control}
     */
    public static Scope ofHeader(String header) {
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "workspace" -> WORKSPACE;
            case "control" -> CONTROL;
            default ->
                throw new IllegalArgumentException(
                        "Kontor-Store must be 'workspace' or 'control', not '" + header + "'");
        };
    }
}
