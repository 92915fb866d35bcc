package io.kontor.shell.internal;

import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/** The built files of one folder inside a bundle. */
@FunctionalInterface
interface Files {

    /** One plain file name: no folders, nothing hidden, nothing that leads outside. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    /** Where the file is, if the folder has it. */
    Optional<URL> find(String name);

    static Files of(Bundle bundle, String folder) {
        return name -> NAME.matcher(name).matches()
                ? Optional.ofNullable(bundle.getEntry(folder + "/" + name))
                : Optional.empty();
    }
}
