package io.kontor.kernel;

import java.util.regex.Pattern;

/**
 * Identifies one seller business in the installation; part of the name of its database.
 *
 * @param value 1 to 32 lower-case letters, digits and underscores, beginning with a letter
 */
public record WorkspaceId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    public WorkspaceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A workspace name has 1 to 32 lower-case letters, digits and underscores and begins with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
