package io.kontor.testkit.database;

import io.kontor.database.Database;
import io.kontor.database.EmbeddedMariaDb;
import io.kontor.database.EmbeddedSettings;
import io.kontor.database.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB of this build, started as the product starts its own. The first test process starts it, the others of
 * the same build use it, and a watcher stops it and removes its folder when the process that runs the build is gone.
 */
final class TestServer {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final Path HOME =
            Path.of(System.getProperty("java.io.tmpdir")).resolve("kontor-testkit-" + System.getProperty("user.name"));

    /** Nothing has to survive a crash here, so nothing waits for the disk. */
    private static final List<String> IN_A_HURRY = List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=96M",
            "--max-connections=400");

    private TestServer() {}

    /** Starts the server if no other test process of this build has. */
    static Database ofBuild() {
        return Holder.SERVER;
    }

    /** Started at most once per process, and only when a test asks. */
    private static final class Holder {
        private static final Database SERVER = findOrStart();
    }

    /** The process that runs the build: the nearest Java above this one. Between them may stand a shell, one a fork. */
    private static ProcessHandle build() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(self.parent(), Optional::isPresent, above -> above.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(TestServer::isJava)
                .findFirst()
                .orElse(self);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }

    private static Database findOrStart() {
        try {
            makePrivate(HOME);
            ProcessHandle build = build();
            long began = build.info()
                    .startInstant()
                    .map(start -> start.toEpochMilli())
                    .orElse(0L);
            Path folder = HOME.resolve(build.pid() + "-" + began);
            try (FileChannel channel = FileChannel.open(
                            HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                LOG.debug("Holding {}", lock);
                Path address = folder.resolve("address");
                Optional<RunningServer> running = RunningServer.read(address);
                return running.isPresent() ? running.get() : start(folder, address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test database cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the test database was started", e);
        }
    }

    private static Database start(Path folder, Path address) throws IOException, InterruptedException {
        makePrivate(folder);
        Path programs = ServerFiles.unpack(folder.resolve("server"));
        EmbeddedMariaDb started = EmbeddedMariaDb.start(
                EmbeddedSettings.of(programs, folder.resolve("data")).withOptions(IN_A_HURRY));
        watch(folder, started.pid());
        RunningServer.of(started).write(address);
        return started;
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Outlives this process, in a session of its own, until the build has ended in whatever way. */
    private static void watch(Path folder, long server) throws IOException {
        String script = """
                while kill -0 "$1" 2>/dev/null && kill -0 "$2" 2>/dev/null; do sleep 1; done
                kill "$2" 2>/dev/null
                while kill -0 "$2" 2>/dev/null; do sleep 0.2; done
                rm -rf "$3"
                """;
        new ProcessBuilder(
                        "setsid",
                        "sh",
                        "-c",
                        script,
                        "watch",
                        String.valueOf(build().pid()),
                        String.valueOf(server),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
