package io.kontor.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
class EmbeddedMariaDbTest {

    /** Made by the build before the tests run. */
    private static final Path SERVER = Path.of("target/server/mariadb");

    @TempDir
    Path data;

    @Test
    void keepsWhatWasWrittenOverARestart() throws Exception {
        try (EmbeddedMariaDb first = start()) {
            run(first, "CREATE DATABASE shop");
            run(first, "CREATE TABLE shop.word (text VARCHAR(40))");
            run(first, "INSERT INTO shop.word VALUES ('Привет 👋')");
        }
        try (EmbeddedMariaDb second = start()) {
            assertEquals(List.of("Привет 👋"), query(second, "SELECT text FROM shop.word"));
        }
    }

    @Test
    void usesTheServerAgainThatACrashLeftBehind() throws Exception {
        EmbeddedMariaDb crashed = start();
        long pid = crashed.pid();
        String password = crashed.password();
        crashed.abandon();
        try (EmbeddedMariaDb next = start()) {
            assertEquals(pid, next.pid());
            assertEquals(crashed.port(), next.port());
            assertEquals(password, next.password());
        }
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void endsTheServerThatACrashLeftBehindInOrder() throws Exception {
        EmbeddedMariaDb crashed = start();
        run(crashed, "CREATE DATABASE shop");
        crashed.abandon();
        EmbeddedMariaDb.stopOrphan(data, Duration.ofMinutes(1));
        assertFalse(
                ProcessHandle.of(crashed.pid()).filter(ProcessHandle::isAlive).isPresent());
        EmbeddedMariaDb.stopOrphan(data, Duration.ofMinutes(1));
        try (EmbeddedMariaDb next = start()) {
            assertEquals(List.of("shop"), query(next, "SHOW DATABASES LIKE 'shop'"));
        }
    }

    @Test
    void doesNotTakeAForeignProcessForItsOwn() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            ServerProcess.of(foreign.pid(), 3306).write(data.resolve("server.properties"));
            try (EmbeddedMariaDb database = start()) {
                assertTrue(database.pid() != foreign.pid());
            }
            assertTrue(foreign.isAlive());
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void comesBackAfterTheServerItselfWasKilled() throws Exception {
        EmbeddedMariaDb killed = start();
        run(killed, "CREATE DATABASE shop");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.onExit().get(10, TimeUnit.SECONDS);
        killed.close();
        try (EmbeddedMariaDb next = start()) {
            assertTrue(query(next, "SHOW DATABASES").contains("shop"));
        }
    }

    @Test
    void beginsAgainWhereAFirstStartWasBroken() throws Exception {
        Files.createDirectories(data.resolve("files.new/mysql"));
        Files.writeString(data.resolve("files.new/ibdata1"), "half");
        try (EmbeddedMariaDb database = start()) {
            assertEquals(List.of("1"), query(database, "SELECT 1"));
        }
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        try (EmbeddedMariaDb first = start()) {
            DatabaseException refusal = assertThrows(DatabaseException.class, this::start);
            assertTrue(refusal.getMessage().contains("Another Kontor uses"), refusal.getMessage());
            assertEquals(List.of("1"), query(first, "SELECT 1"));
        }
    }

    @Test
    void listensOnLoopbackWithOneAccountAndAPrivatePassword() throws Exception {
        try (EmbeddedMariaDb database = start()) {
            assertEquals(
                    List.of("kontor@127.0.0.1", "kontor@localhost", "mariadb.sys@localhost"),
                    query(database, "SELECT CONCAT(user, '@', host) FROM mysql.global_priv ORDER BY 1"));
            assertEquals(List.of("127.0.0.1"), query(database, "SELECT @@bind_address"));
            assertFalse(query(database, "SHOW DATABASES").contains("test"));
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(data.resolve("password")));
            assertFalse(Files.exists(data.resolve("init.sql")));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "root", ""));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "", ""));
        }
    }

    @Test
    void tellsWhatTheLogSaysWhenTheServerCannotStart() {
        EmbeddedSettings wrong = EmbeddedSettings.of(SERVER, data).withOptions(List.of("--no-such-option=1"));
        DatabaseException failure = assertThrows(DatabaseException.class, () -> EmbeddedMariaDb.start(wrong));
        assertTrue(failure.getMessage().contains("no-such-option"), failure.getMessage());
    }

    @Test
    void writesAndReadsInUtcAndUtf8() throws Exception {
        try (EmbeddedMariaDb database = start()) {
            assertEquals(List.of("utf8mb4"), query(database, "SELECT @@character_set_server"));
            assertEquals(List.of("+00:00"), query(database, "SELECT @@global.time_zone"));
            assertEquals(List.of("READ-COMMITTED"), query(database, "SELECT @@global.transaction_isolation"));
        }
    }

    private EmbeddedMariaDb start() throws InterruptedException {
        return EmbeddedMariaDb.start(EmbeddedSettings.of(SERVER, data));
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
