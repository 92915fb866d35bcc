package io.kontor.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One person's way through the pages: a script of {@code bundles/ui/browser/walks}, run by Node in a process of its own
 * with Debian's Chromium. What it says is the test's message when it fails; its pictures stay in {@code
 * target/screenshots}.
 */
final class Walk {

    private static final long MOST_SECONDS = 150;
    private static final Path SCRIPT = Path.of("../bundles/ui/browser/walk.mjs");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final KontorDistribution kontor;
    private final JsonNode facts;

    /** @param facts what the scripts must know: who logs in, which shop there is */
    Walk(KontorDistribution kontor, JsonNode facts) {
        this.kontor = kontor;
        this.facts = facts;
    }

    /** Runs the script and fails with its words when it does. */
    void take(String name) throws IOException, InterruptedException {
        Files.createDirectories(SCREENSHOTS);
        Path said = SCREENSHOTS.resolve(name + ".log");
        Process walk = new ProcessBuilder(
                        "node", SCRIPT.toString(), name, kontor.baseUrl(), SCREENSHOTS.toString(), facts.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!walk.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            walk.descendants().forEach(ProcessHandle::destroyForcibly);
            walk.destroyForcibly();
            fail(name + " takes longer than " + MOST_SECONDS + " s\n" + Files.readString(said));
        }
        assertEquals(0, walk.exitValue(), () -> name + "\n" + read(said));
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "What it said could not be read: " + e.getMessage();
        }
    }
}
