package io.kontor.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.GrantedTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        begin(name).end(MOST_SECONDS);
    }

    /** Starts the script; it goes on by itself until {@link Begun#end} waits for it. */
    Begun begin(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Path said = SCREENSHOTS.resolve(name + ".log");
        Process walk = new ProcessBuilder(
                        "node", SCRIPT.toString(), name, kontor.baseUrl(), SCREENSHOTS.toString(), facts.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Begun(name, walk, said);
    }

    /** A script that is under way. */
    record Begun(String name, Process process, Path said) implements AutoCloseable {

        /** Waits until the script says a line. */
        void awaitLine(String line) throws IOException, InterruptedException {
            long start = GrantedTime.nanos();
            while (!Files.readAllLines(said).contains(line)) {
                if (!process.isAlive() || GrantedTime.since(start).toSeconds() > MOST_SECONDS) {
                    close();
                    fail(name + " does not say " + line + "\n" + Files.readString(said));
                }
                Thread.sleep(100);
            }
        }

        /** Tells the script a line. */
        void tell(String line) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        }

        /** Waits for the script's end, in {@link GrantedTime}, and fails with its words when it does. */
        void end(long mostSeconds) throws IOException, InterruptedException {
            long start = GrantedTime.nanos();
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                if (GrantedTime.since(start).toSeconds() > mostSeconds) {
                    close();
                    fail(name + " takes longer than " + mostSeconds + " s\n" + Files.readString(said));
                }
            }
            assertEquals(0, process.exitValue(), () -> name + "\n" + read(said));
        }

        /** Ends it with its browsers, wherever it is. */
        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "What it said could not be read: " + e.getMessage();
        }
    }
}
