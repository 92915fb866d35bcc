package io.kontor.testkit.database;

import io.kontor.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB of this build. The first test process starts it, the others of the same build use it, and a watcher
 * stops it and removes its folder when the process that runs the build is gone.
 */
final class TestServer implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Path HOME =
            Path.of(System.getProperty("java.io.tmpdir")).resolve("kontor-testkit-" + System.getProperty("user.name"));

    private final int port;

    private TestServer(int port) {
        this.port = port;
    }

    /** Starts the server if no other test process of this build has. */
    static TestServer ofBuild() {
        return Holder.SERVER;
    }

    /** Started at most once per process, and only when a test asks. */
    private static final class Holder {
        private static final TestServer SERVER = start();
    }

    /** The process that runs the build: the parent of a forked test process. */
    private static ProcessHandle build() {
        ProcessHandle self = ProcessHandle.current();
        return self.parent().orElse(self);
    }

    private static TestServer start() {
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
                Path port = folder.resolve("port");
                return Files.exists(port) ? new TestServer(Integer.parseInt(Files.readString(port))) : launch(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test database cannot be started", e);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static TestServer launch(Path folder) throws IOException {
        Path binaries = ServerBinaries.unpacked(HOME);
        makePrivate(folder);
        Path data = folder.resolve("data");
        run(folder.resolve("install.log"), ServerBinaries.install(binaries, data));
        int port = freePort();
        Process server = new ProcessBuilder(ServerBinaries.serve(binaries, data, folder.resolve("socket"), port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        watch(folder, server.pid());
        TestServer started = new TestServer(port);
        started.await(server, folder);
        Files.writeString(folder.resolve("port"), String.valueOf(port));
        return started;
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

    private static void run(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The database could not be installed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was installed", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Process server, Path folder) throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException("The database did not start: " + Files.readString(folder.resolve("server.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.trace("Not yet there", e);
            return false;
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String password() {
        return "";
    }
}
