package io.kontor.backup.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of {@code etc/}, as the product reads it: a value may be taken from the environment, with a default. */
final class NodeSettings {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([A-Za-z0-9_]+)(?::-([^}]*))?}");

    private final Properties properties;

    private NodeSettings(Properties properties) {
        this.properties = properties;
    }

    /** Empty if there is no such file. */
    static NodeSettings read(Path home, String name) throws IOException {
        Properties properties = new Properties();
        Path file = home.resolve("etc").resolve(name);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return new NodeSettings(properties);
    }

    String get(String key, String otherwise) {
        Matcher matcher = ENVIRONMENT.matcher(properties.getProperty(key, ""));
        String value = matcher.replaceAll(
                        found -> Matcher.quoteReplacement(environment(found.group(1), found.group(2))))
                .strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String environment(String name, @org.jspecify.annotations.Nullable String otherwise) {
        String value = System.getenv(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        return otherwise == null ? "" : otherwise;
    }
}
