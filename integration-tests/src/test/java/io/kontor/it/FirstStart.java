package io.kontor.it;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation whose first start is over: the server's system tables are made, every module's migrations have run, the
 * framework has its cache, and it was stopped in order. Nobody has set it up. It is made once for each archive; what a
 * start from nothing does is asked of {@link KontorDistribution#untouched()}.
 */
final class FirstStart {
    private static final String NAME = "first-start-";

    /** What no product writes to. */
    private static final List<String> PROGRAMS = List.of("lib", "mariadb", "modules", "system");

    /** What a product leaves behind that is no data. */
    private static final List<String> TRACES = List.of("server.out", "data/log", "data/run", "data/tmp");

    private FirstStart() {}

    /** An installation of its own that goes on from there, with its data; only the programs are shared. */
    static Unpacked copy(Path parent, String name) throws IOException, InterruptedException {
        Path source = made();
        Path home = Files.createTempDirectory(Files.createDirectories(parent), name);
        try (Stream<Path> parts = Files.list(source)) {
            for (Path part : parts.toList()) {
                boolean program = PROGRAMS.contains(part.getFileName().toString());
                Unpacked.run("cp", program ? "-al" : "-a", part.toString(), home.toString());
            }
        }
        return new Unpacked(home);
    }

    private static synchronized Path made() throws IOException, InterruptedException {
        Path archive = Unpacked.archive();
        Path work = Files.createDirectories(Path.of(System.getProperty("kontor.work")));
        Path made = work.resolve(NAME + Files.size(archive) + "-"
                + Files.getLastModifiedTime(archive).toMillis());
        try (FileChannel channel = FileChannel.open(
                        work.resolve("first-start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (alone.isValid() && !Files.isDirectory(made)) {
                deleteFormer(work);
                make(made);
            }
        }
        return made;
    }

    /** The folder gets its name when all is over, so one that was broken off is never taken. */
    private static void make(Path made) throws IOException, InterruptedException {
        KontorDistribution first = KontorDistribution.untouched();
        boolean over = false;
        try {
            first.unpackAndStart(NAME);
            first.stop();
            for (String trace : TRACES) {
                Unpacked.delete(first.home().resolve(trace));
            }
            forgetWhereTheLogIs(first.home());
            first.moveTo(made.getFileName().toString());
            over = true;
        } finally {
            if (!over) {
                first.stopAndDelete();
            }
        }
    }

    /** The framework keeps the log's whole path, which is another one in a copy, until it has read {@code etc/}. */
    private static void forgetWhereTheLogIs(Path home) throws IOException {
        try (Stream<Path> cache = Files.walk(home.resolve("data/cache"))) {
            for (Path kept : cache.filter(path -> path.endsWith("org/ops4j/pax/logging.config"))
                    .toList()) {
                Files.delete(kept);
            }
        }
    }

    private static void deleteFormer(Path work) throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            for (Path former : folders.filter(
                            folder -> folder.getFileName().toString().startsWith(NAME))
                    .filter(Files::isDirectory)
                    .toList()) {
                Unpacked.delete(former);
            }
        }
    }
}
