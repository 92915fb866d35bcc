package io.kontor.access.internal.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reviewed list of what anybody may call without a log-in.
 *
 * @param lines HTTP method, blank, path template
 */
record PublicOperations(Set<String> lines) {

    /** The list that is shipped. */
    static PublicOperations reviewed() {
        try (InputStream list = Objects.requireNonNull(
                PublicOperations.class.getResourceAsStream("/public-operations.txt"), "public-operations.txt")) {
            return new PublicOperations(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String httpMethod, String path) {
        return lines.contains(httpMethod + " " + path);
    }
}
