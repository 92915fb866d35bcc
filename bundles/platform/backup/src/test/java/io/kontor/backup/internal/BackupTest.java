package io.kontor.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.settings.KeyFiles;
import io.kontor.settings.KeyedSecrets;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest(control = "backup")
class BackupTest {

    private static final String MANY_KINDS = """
            create table if not exists every_kind (
              id bigint not null auto_increment primary key, small tinyint, flag boolean, big bigint unsigned,
              price decimal(19,4), ratio double, share float, word varchar(100) collate utf8mb4_bin,
              ascii_word varchar(20) character set ascii collate ascii_bin, long_text mediumtext, json_text json,
              raw varbinary(100), fixed binary(16), large mediumblob, bits bit(5), day date, moment datetime(6),
              stamp timestamp(6) null, hour time(3), kind enum('a','b'), several set('x','y'),
              doubled bigint unsigned as (big * 2) stored)
            """;

    private static final String ROW_OF_EXTREMES = """
            insert into every_kind (id, small, flag, big, price, ratio, share, word, ascii_word, long_text, json_text, raw,
              fixed, large, bits, day, moment, stamp, hour, kind, several)
            values (0, -128, 1, 9223372036854775807, -123456789012345.6789, 1.7976931348623157e308, 0.1, ?, 'plain', ?,
              '{"a": ["\\u00fc", 1]}', x'00ff27', x'000102030405060708090a0b0c0d0e0f', ?, b'10101', '9999-12-31',
              '2026-11-22 13:14:15.123456', '2026-11-22 13:14:15.654321', '-12:13:14.567', 'b', 'x,y')
            """;

    @TempDir
    Path folder;

    private final TestDatabase database;
    private final DatabaseServer server;
    private final List<String> told = new ArrayList<>();
    private Path home;
    private Path data;
    private Path keyFile;
    private String restored;

    BackupTest(TestDatabase database) {
        this.database = database;
        this.server = new DatabaseServer(ServerAccount.of(database.server()));
    }

    @BeforeEach
    void prepare() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        data = Files.createDirectories(folder.resolve("data"));
        keyFile = key("kontor.key", 7);
        restored = database.controlName() + "r";
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve("etc/io.kontor.database.cfg"), """
                url = %s
                user = %s
                password = %s
                """.formatted(
                        database.server().jdbcUrl(),
                        database.server().user(),
                        database.server().password()));
        Files.writeString(home.resolve("etc/io.kontor.store.cfg"), "controlDatabase = " + restored + "\n");
        server.execute(workspace(), MANY_KINDS);
    }

    @AfterEach
    void drop() throws SQLException {
        server.execute("", "drop database if exists `" + restored + "`");
        server.execute("", "drop database if exists `" + restored + "_w_main`");
        server.execute(workspace(), "drop table if exists every_kind");
    }

    @Test
    void everyKindOfValueComesBackAsItWas() throws Exception {
        try (Connection connection = server.open(workspace());
                var insert = connection.prepareStatement(ROW_OF_EXTREMES)) {
            connection.createStatement().execute("set sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
            insert.setString(1, "it's a \\ \"quote\" 👋 \u0000 \u001a");
            insert.setString(2, "lines\r\nand\n\ttabs; {d} ? -- # /* */ %".repeat(5000));
            insert.setBytes(3, new byte[300_000]);
            insert.executeUpdate();
        }
        server.execute(workspace(), "insert into every_kind (id) values (5)");
        server.execute(workspace(), "insert into every_kind (id, word, large) values (6, '', '')");

        restore(backup());

        for (String query : List.of(
                "select * from every_kind order by id",
                "select id, hex(word), hex(large), hex(long_text), share + 0e0, ratio from every_kind order by id")) {
            assertEquals(server.rows(workspace(), query), server.rows(restored + "_w_main", query));
        }
        server.execute(restored + "_w_main", "insert into every_kind () values ()");
        assertEquals(List.of("7"), server.rows(restored + "_w_main", "select max(id) from every_kind"));
    }

    @Test
    void allDatabasesAreAsTheyWereAtOneMomentWhileTheyAreWritten() throws Exception {
        server.execute(
                workspace(), "create table if not exists pair (id bigint not null primary key, filler varchar(500))");
        server.execute(database.controlName(), "create table if not exists pair (id bigint not null primary key)");
        AtomicBoolean going = new AtomicBoolean(true);
        Thread writer = new Thread(() -> writePairs(going));
        writer.start();
        while (server.rows(workspace(), "select count(*) from pair").equals(List.of("0"))) {
            Thread.onSpinWait();
        }
        Path file = backup();
        going.set(false);
        writer.join();
        restore(file);
        List<String> ours = server.rows(restored, "select id from pair order by id");
        assertEquals(ours, server.rows(restored + "_w_main", "select id from pair order by id"));
        assertTrue(ours.size() > 0);
        assertTrue(
                ours.size() < server.rows(workspace(), "select id from pair").size(), "nothing was written meanwhile");
        server.execute(workspace(), "drop table pair");
        server.execute(database.controlName(), "drop table pair");
    }

    /** Both rows of a pair are committed at once, in two databases. */
    private void writePairs(AtomicBoolean going) {
        try (Connection connection = server.open(workspace());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int id = 1; going.get(); id++) {
                statement.execute("insert into `" + database.controlName() + "`.pair values (" + id + ")");
                statement.execute("insert into pair values (" + id + ", repeat('x', 500))");
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTableThatIsChangedMeanwhileMakesItBeginAnew() throws Exception {
        AtomicBoolean changed = new AtomicBoolean();
        Progress progress = line -> {
            told.add(line);
            if (line.contains(" tables, ") && !changed.getAndSet(true)) {
                server.execute(workspace(), "alter table every_kind add column later int not null default 3");
            }
        };
        server.execute(workspace(), "insert into every_kind (id) values (1)");
        restore(backup(progress));
        assertTrue(told.stream().anyMatch(line -> line.contains("begins anew")), told.toString());
        assertEquals(List.of("3"), server.rows(restored + "_w_main", "select later from every_kind"));
    }

    @Test
    void filesOfTheDataFolderComeBackButNotWhatIsMadeAnew() throws Exception {
        Files.createDirectories(data.resolve("outbox/deep"));
        Files.writeString(data.resolve("outbox/deep/1.eml"), "Subject: invitation");
        Files.createDirectories(data.resolve("cache"));
        Files.writeString(data.resolve("cache/x"), "cached");
        Path into = restore(backup());
        assertEquals("Subject: invitation", Files.readString(into.resolve("outbox/deep/1.eml")));
        assertFalse(Files.exists(into.resolve("cache")));
        assertFalse(Files.exists(into.resolve(RestoreFolder.MARK)));
        assertEquals(Files.readString(keyFile), Files.readString(home.resolve("etc/kontor.key")));
    }

    @Test
    void withoutTheKeyFileNothingIsTouched() throws Exception {
        Path file = backup();
        assertRefused("Which key file?", file, Optional.empty());
        assertRefused("is not the key file of this backup", file, Optional.of(key("other.key", 8)));
        assertRefused("is not there", file, Optional.of(folder.resolve("none.key")));
        Path text = Files.writeString(folder.resolve("text.key"), "hello\n");
        assertRefused("no key file of Kontor", file, Optional.of(text));
    }

    @Test
    void anotherInstalledKeyIsNotReplaced() throws Exception {
        Files.copy(key("other.key", 8), home.resolve("etc/kontor.key"));
        assertRefused("This installation has another key", backup(), Optional.of(keyFile));
    }

    @Test
    void aFolderWithDataIsRefusedAndAnInterruptedRestoringIsRepeated() throws Exception {
        Path file = backup();
        Path into = Files.createDirectories(folder.resolve("into"));
        Files.writeString(into.resolve("something"), "here");
        assertRefused("is not empty (something)", file, Optional.of(keyFile));
        Files.writeString(into.resolve(RestoreFolder.MARK), "did not end");
        restore(file);
        assertFalse(Files.exists(into.resolve("something")));
    }

    @Test
    void databasesThatAreThereAreNotOverwritten() throws Exception {
        Path file = backup();
        server.execute("", "create database `" + restored + "`");
        Trouble trouble = assertThrows(Trouble.class, () -> restore(file));
        assertTrue(trouble.getMessage().contains("nothing is overwritten"), trouble.getMessage());
        assertTrue(Files.exists(folder.resolve("into").resolve(RestoreFolder.MARK)));
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenAndNothingIsLeftOfAnAbandonedBackup() throws Exception {
        Path file = backup();
        assertThrows(Trouble.class, () -> run(file, told::add));
        Path other = folder.resolve("other.zip");
        Progress gone = new Progress() {
            @Override
            public void say(String line) {
                told.add(line);
            }

            @Override
            public boolean abandoned() {
                return true;
            }
        };
        assertThrows(Trouble.class, () -> run(other, gone));
        assertFalse(Files.exists(other));
        assertFalse(Files.exists(folder.resolve("other.zip.part")));
    }

    @Test
    void whatTheBackupWouldLeaveOutIsRefused() throws Exception {
        server.execute(workspace(), "create view strange as select 1 as one");
        Trouble trouble = assertThrows(Trouble.class, this::backup);
        server.execute(workspace(), "drop view strange");
        assertTrue(trouble.getMessage().contains("strange"), trouble.getMessage());
    }

    private Path backup() throws Exception {
        return backup(told::add);
    }

    private Path backup(Progress progress) throws Exception {
        Path file = folder.resolve("b" + told.size() + System.nanoTime() + ".zip");
        run(file, progress);
        return file;
    }

    private void run(Path file, Progress progress) throws Exception {
        KeyedSecrets secrets =
                ServiceLoader.load(KeyFiles.class).findFirst().orElseThrow().read(keyFile);
        new BackupRun(
                        new BackupRun.Installation(home, data, database.controlName()),
                        ServerAccount.of(database.server()),
                        secrets,
                        new TestClock(),
                        progress)
                .into(file);
    }

    private Path restore(Path file) throws Exception {
        Path into = folder.resolve("into");
        new RestoreRun(new RestoreRun.Order(home, into, file, Optional.of(keyFile)), told::add).run();
        return into;
    }

    private void assertRefused(String why, Path file, Optional<Path> key) {
        Path into = folder.resolve("into");
        boolean there = Files.exists(into);
        RestoreRun run = new RestoreRun(new RestoreRun.Order(home, into, file, key), told::add);
        Trouble trouble = assertThrows(Trouble.class, run::run);
        assertTrue(trouble.getMessage().contains(why), trouble.getMessage());
        assertEquals(there, Files.exists(into));
    }

    private Path key(String name, int seed) throws Exception {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Files.writeString(
                folder.resolve(name), "1 " + Base64.getEncoder().encodeToString(key) + "\n");
    }

    private String workspace() {
        return database.nameOf(database.workspace());
    }
}
