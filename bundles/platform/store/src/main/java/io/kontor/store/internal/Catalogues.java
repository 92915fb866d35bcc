package io.kontor.store.internal;

import io.kontor.kernel.WorkspaceId;
import java.util.regex.Pattern;

/**
 * The names of the databases. They become part of statements, so their shape is checked here and nowhere else.
 *
 * @param control the name of the control database; the workspaces' names begin with it
 */
public record Catalogues(String control) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,24}");

    public Catalogues {
        if (!SHAPE.matcher(control).matches()) {
            throw new IllegalArgumentException(
                    "The control database needs a name of at most 25 lower-case letters, digits and underscores: "
                            + control);
        }
    }

    public String of(WorkspaceId workspace) {
        return control + "_w_" + workspace.value();
    }

    public String quotedControl() {
        return quoted(control);
    }

    static String quoted(String catalogue) {
        return "`" + catalogue + "`";
    }
}
