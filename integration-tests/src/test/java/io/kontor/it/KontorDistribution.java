package io.kontor.it;

import io.kontor.it.client.GrantedTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The plain distribution as a process of its own, with its own folder, data and port:
 *
 * <pre>{@code @RegisterExtension static final KontorDistribution kontor = KontorDistribution.fresh();}</pre>
 *
 * Started before the tests of a class and stopped after them; in between a test may stop, kill and start it. The
 * folder is in {@code target/distributions}; it goes afterwards, its log stays.
 */
public final class KontorDistribution implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String NOBODY = "65534";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> settings = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private Optional<Unpacked> unpacked = Optional.empty();
    private final Launch launch;
    private final boolean untouched;
    private Optional<ProcessHandle> process = Optional.empty();
    private int port;

    private KontorDistribution(Launch launch, boolean untouched) {
        this.launch = launch;
        this.untouched = untouched;
    }

    /** A distribution that nobody has set up; its first start, which made the empty databases, is over. */
    public static KontorDistribution fresh() {
        return new KontorDistribution(Launch.plain(), false);
    }

    /** A distribution as it lies in its archive, which nobody has started: it has no data. */
    public static KontorDistribution untouched() {
        return new KontorDistribution(Launch.plain(), true);
    }

    /** As {@link #fresh}, but Pax Exam starts and stops it. */
    public static KontorDistribution inPaxExam() {
        return new KontorDistribution(new ExamLaunch(), false);
    }

    /** Adds a node setting before the start, for example {@code io.kontor.rest.cfg} and {@code behindProxy = true}. */
    public KontorDistribution withSetting(String file, String line) {
        settings.add(file + "\n" + line);
        return this;
    }

    /** Sets a variable of the process's environment before the start. */
    public KontorDistribution withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts an untouched one as the account nobody, which owns the unpacked folder; only root can do that. */
    public KontorDistribution asNobody() {
        if (!untouched) {
            throw new IllegalStateException("Its programs would be given away, and others share them");
        }
        prefix.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        unpackAndStart(context.getRequiredTestClass().getSimpleName());
    }

    /** What happens before the tests of a class, for one that has something else to start first. */
    public void unpackAndStart(String name) throws IOException, InterruptedException {
        unpack(name);
        start();
    }

    /** What an operator does first: it lies there with its settings and has never been started. */
    public void unpack(String name) throws IOException, InterruptedException {
        Path parent = Path.of(prefix.isEmpty() ? System.getProperty("kontor.work") : "/tmp"); // nobody can reach it
        Unpacked fresh = untouched ? Unpacked.fresh(parent, name) : FirstStart.copy(parent, name);
        unpacked = Optional.of(fresh);
        port = freePort();
        for (String setting : settings) {
            String[] fileAndLine = setting.split("\n", 2);
            Files.writeString(
                    fresh.home().resolve("etc").resolve(fileAndLine[0]),
                    "\n" + fileAndLine[1] + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        if (!prefix.isEmpty()) {
            fresh.giveTo(NOBODY);
        }
    }

    /** Runs {@code bin/kontor} in its own surroundings, as an operator does; for at most two minutes. */
    public AdminAnswer launcher(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home().resolve("bin/kontor").toString());
        command.addAll(List.of(words));
        Path out = Files.createTempFile("launcher", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("KONTOR_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        Process running = builder.start();
        try {
            if (!running.waitFor(2, TimeUnit.MINUTES)) {
                running.destroyForcibly();
                throw new IOException(String.join(" ", words) + " does not end: " + Files.readString(out));
            }
            return new AdminAnswer(running.exitValue(), Files.readString(out).strip());
        } finally {
            Files.delete(out);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stopAndDelete();
    }

    /** What happens after the tests of a class. */
    public void stopAndDelete() throws IOException, InterruptedException {
        try {
            if (running()) {
                stop();
            }
        } finally {
            databaseProcess().ifPresent(ProcessHandle::destroyForcibly);
            if (unpacked.isPresent()) {
                unpacked.get().keepLogAndDelete();
            }
        }
    }

    /** Starts it and waits until it is ready; the answer is proven to come from this very process. */
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home().resolve("bin/server").toString());
        Map<String, String> variables = new TreeMap<>();
        variables.put("KARAF_DATA", data().toString());
        variables.put("KONTOR_HTTP_PORT", Integer.toString(port));
        variables.put("KONTOR_HTTP_ADDRESS", "127.0.0.1");
        variables.putAll(environment);
        process = Optional.of(launch.start(home(), command, variables));
        awaitReady();
    }

    /** Asks it to stop, as {@code ./kontor stop} does, and waits for the end. */
    public void stop() throws IOException, InterruptedException {
        ProcessHandle running = process.orElseThrow();
        launch.stop(running);
        awaitEnd(running);
    }

    /** {@code kill -9} of the Java process; the database's process lives on. */
    public void kill() throws IOException, InterruptedException {
        ProcessHandle running = process.orElseThrow();
        running.destroyForcibly();
        awaitEnd(running);
        launch.killed();
    }

    private void awaitEnd(ProcessHandle running) throws IOException, InterruptedException {
        try {
            running.onExit().get(2, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("It does not stop. " + lastLogLines(), e);
        }
    }

    /** Moves the whole folder elsewhere; only while it is stopped. */
    public void moveTo(String name) throws IOException {
        unpacked = Optional.of(unpacked.orElseThrow().moveTo(name));
    }

    public boolean running() {
        return process.filter(ProcessHandle::isAlive).isPresent();
    }

    /** The root of everything, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public Path home() {
        return unpacked.orElseThrow().home();
    }

    public Path data() {
        return home().resolve("data");
    }

    public Path log() {
        return data().resolve("log/kontor.log");
    }

    public Path adminSocket() {
        return data().resolve("run/admin.sock");
    }

    public long pid() {
        return process.orElseThrow().pid();
    }

    /** The embedded server's process, if it runs. */
    public Optional<ProcessHandle> databaseProcess() throws IOException {
        return unpacked.isEmpty() ? Optional.empty() : unpacked.get().databaseProcess();
    }

    /** A connection for looking at what is stored; an empty name means no catalogue. */
    public Connection database(String catalogue) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + unpacked.orElseThrow().databasePort() + "/" + catalogue,
                "kontor",
                unpacked.orElseThrow().databasePassword());
    }

    /** Runs an operator's command. */
    public AdminAnswer admin(String... words) throws IOException {
        return AdminAnswer.to(adminSocket(), words);
    }

    /** GET without any log-in. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(baseUrl() + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitReady() throws IOException, InterruptedException {
        long start = GrantedTime.nanos();
        while (!ready()) {
            if (!running()) {
                throw new IOException("It ended while starting. " + lastLogLines());
            }
            if (GrantedTime.since(start).compareTo(PATIENCE) > 0) {
                throw new IOException("Not ready within " + PATIENCE + ". " + lastLogLines());
            }
            Thread.sleep(100);
        }
    }

    /** The socket is in our own data folder: who answers there is the process that we started. */
    private boolean ready() throws InterruptedException {
        try {
            return admin("health").exit() == 0 && get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    private String lastLogLines() throws IOException {
        String health;
        try {
            health = admin("health").text();
        } catch (IOException e) {
            health = "nobody answers on the operator's socket (" + e.getMessage() + ")";
        }
        return health + "\n" + unpacked.orElseThrow().lastLogLines();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
