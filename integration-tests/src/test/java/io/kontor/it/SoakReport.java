package io.kontor.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What {@code ./kontor soak} prints at its end: each long run adds its part to {@code soak.txt}. */
public final class SoakReport {
    private SoakReport() {}

    /** @param figures a line each */
    public static void add(String title, List<String> figures) throws IOException {
        Path report = Path.of(System.getProperty("kontor.work")).resolveSibling("soak.txt");
        Files.createDirectories(report.getParent());
        Files.writeString(
                report,
                title + "\n  " + String.join("\n  ", figures) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
