package io.kontor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mariadb.jdbc.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own: a process in a session of its own, so that neither Ctrl-C nor a crash of this Java
 * process reaches it. It listens on loopback only and knows one account with a generated password. A server that a
 * crash left behind is recognised (process id, start time, data folder, socket, password) and used again.
 *
 * <p>Needs no OSGi: tests start it the same way as the product does.
 */
public final class EmbeddedMariaDb implements Database, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final int LOG_LINES_IN_ERRORS = 15;

    private final DataFolder folder;
    private final ServerProcess server;
    private final String password;
    private final Duration patience;
    private volatile boolean stopping;

    private EmbeddedMariaDb(DataFolder folder, ServerProcess server, String password, Duration patience) {
        this.folder = folder;
        this.server = server;
        this.password = password;
        this.patience = patience;
    }

    /**
     * Starts the server, or takes over the one that still runs on this data folder, and waits until it answers.
     * The first start on an empty folder makes the system tables.
     *
     * @throws DatabaseException when another product holds the folder, or the server does not come up; the last
     *     lines of its log are in the message
     */
    public static EmbeddedMariaDb start(EmbeddedSettings settings) throws InterruptedException {
        try {
            DataFolder folder = DataFolder.open(settings.dataFolder());
            boolean started = false;
            try {
                EmbeddedMariaDb database = startIn(folder, settings);
                started = true;
                return database;
            } finally {
                if (!started) {
                    folder.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The database server could not be started", e);
        }
    }

    /**
     * Ends the server that a crash left behind on a data folder, in order; does nothing where there is none.
     *
     * @throws DatabaseException when another product holds the folder, or the server does not end
     */
    public static void stopOrphan(Path dataFolder, Duration patience) throws IOException, InterruptedException {
        try (DataFolder folder = DataFolder.open(dataFolder)) {
            Optional<ProcessHandle> orphan = ServerProcess.read(folder.process())
                    .filter(server -> server.serves(folder.files(), DataFolder.SOCKET))
                    .flatMap(ServerProcess::handle);
            if (orphan.isPresent()) {
                orphan.get().destroy();
                orphan.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseException("The database server on " + dataFolder + " does not end", e);
        }
    }

    private static EmbeddedMariaDb startIn(DataFolder folder, EmbeddedSettings settings)
            throws IOException, InterruptedException {
        Optional<ServerProcess> orphan =
                ServerProcess.read(folder.process()).filter(server -> server.serves(folder.files(), DataFolder.SOCKET));
        if (orphan.isPresent()) {
            LOG.info(
                    "Using the database server again that still runs as process {}",
                    orphan.get().pid());
            EmbeddedMariaDb database =
                    new EmbeddedMariaDb(folder, orphan.get(), folder.password(), settings.patience());
            database.awaitAnswer();
            return database;
        }
        ServerCommand command = new ServerCommand(settings, folder);
        ServerFiles.makeExecutable(settings.serverFolder().resolve(ServerFiles.EXECUTABLE));
        if (!Files.exists(folder.files())) {
            command.makeSystemTables();
        }
        String password = folder.password();
        Path initFile = command.writeAccount(password);
        int port = settings.port() == 0 ? freePort() : settings.port();
        ServerProcess server = command.start(port, initFile);
        server.write(folder.process());
        EmbeddedMariaDb database = new EmbeddedMariaDb(folder, server, password, settings.patience());
        try {
            database.awaitAnswer();
        } catch (InterruptedException e) {
            server.handle().ifPresent(ProcessHandle::destroy); // nobody will ever ask for it
            throw e;
        }
        LOG.info("The database server runs as process {} on port {}", server.pid(), port);
        return database;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + server.port() + "/";
    }

    @Override
    public String user() {
        return ServerCommand.USER;
    }

    @Override
    public String password() {
        return password;
    }

    /** The TCP port on loopback. */
    public int port() {
        return server.port();
    }

    /** The server's process id. */
    public long pid() {
        return server.pid();
    }

    /** Completes when the server's process ends, expected or not. */
    public CompletableFuture<Void> onExit() {
        return server.handle()
                .map(handle -> handle.onExit().<Void>thenApply(ended -> null))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Whether the end of the process was asked for by {@link #close()}. */
    public boolean stopping() {
        return stopping;
    }

    /** Lets the server write everything down and end; frees the folder. A server that does not end is left alone. */
    @Override
    public void close() {
        stopping = true;
        try (DataFolder open = folder) {
            server.handle().ifPresent(ProcessHandle::destroy);
            onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            Files.deleteIfExists(open.process());
        } catch (TimeoutException e) {
            LOG.error("The database server, process {}, did not end within {}; it is left running", pid(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | IOException e) {
            LOG.error("The database server, process {}, could not be stopped in order", pid(), e);
        }
    }

    /** Frees the folder and leaves the server running, as a crash would. */
    void abandon() throws IOException {
        folder.close();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        SQLException last = new SQLException("no attempt yet");
        while (System.nanoTime() < deadline) {
            if (server.handle().filter(ProcessHandle::isAlive).isEmpty()) {
                throw new DatabaseException("The database server ended at once. " + logLines());
            }
            try (Connection connection = connect()) {
                requireOurData(connection);
                folder.deleteInitFile();
                return;
            } catch (SQLException e) {
                last = e;
                Thread.sleep(30);
            }
        }
        throw new DatabaseException(
                "The database server, process " + pid() + ", does not answer within " + patience + ". " + logLines(),
                last);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2000");
        properties.setProperty("socketTimeout", "5000");
        Connection connection = new Driver().connect(jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("The driver does not know " + jdbcUrl());
        }
        return connection;
    }

    private void requireOurData(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT @@datadir")) {
            answer.next();
            Path served = Path.of(answer.getString(1));
            if (!served.equals(folder.files())) {
                throw new DatabaseException("Port " + port() + " is answered by another database, on " + served);
            }
        }
    }

    private String logLines() throws IOException {
        return "Its log ends: " + String.join(" | ", folder.lastLogLines(LOG_LINES_IN_ERRORS));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
