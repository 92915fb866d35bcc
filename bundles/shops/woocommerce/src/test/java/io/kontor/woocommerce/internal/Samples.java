package io.kontor.woocommerce.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recorded documents that are no part of the repository. {@code KONTOR_SAMPLES} or the property {@code kontor.samples}
 * names their folder; tests that need them are skipped without it.
 */
final class Samples {

    private Samples() {}

    static Optional<Path> folder() {
        return Stream.of(System.getProperty("kontor.samples"), System.getenv("KONTOR_SAMPLES"), beside())
                .filter(java.util.Objects::nonNull)
                .map(name -> Path.of(name).resolve("woocommerce"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** A folder {@code shared/samples} beside the checkout. */
    private static String beside() {
        return Path.of("")
                .toAbsolutePath()
                .resolve("../../../../shared/samples")
                .normalize()
                .toString();
    }

    static List<Path> files(String subfolder) {
        try (Stream<Path> files = Files.list(folder().orElseThrow().resolve(subfolder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recorded HTTP request: headers by lower-case name, and the body's exact bytes. */
    record Recorded(Map<String, String> headers, byte[] body) {

        static Recorded read(Path file) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                int crlf = text.indexOf("\r\n\r\n");
                int lf = text.indexOf("\n\n");
                int end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
                int start = end + (end == crlf ? 4 : 2);
                Map<String, String> headers = new HashMap<>();
                Arrays.stream(text.substring(0, end).split("\r?\n"))
                        .skip(1)
                        .forEach(line -> headers.put(
                                line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                                line.substring(line.indexOf(':') + 1).strip()));
                return new Recorded(headers, Arrays.copyOfRange(bytes, start, bytes.length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
