package io.kontor.it.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.database.Database;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadWorkspaceContext;
import io.kontor.store.internal.Catalogues;
import io.kontor.store.internal.Connections;
import io.kontor.store.internal.Scope;
import io.kontor.store.internal.StoreEngine;
import io.kontor.store.internal.Unit;
import io.kontor.store.internal.UnitDefinition;
import io.kontor.store.internal.UnitDefinition.MigrationFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The databases of an earlier release: its migrations, which still are the first ones of each module, and rows that a
 * product of that release wrote.
 */
final class FormerRelease {

    private static final Path BUNDLES = Path.of("..", "bundles");
    private static final String DATABASE = "-- database ";
    private static final WorkspaceId MAIN = new WorkspaceId("main");

    private final String folder;

    /** @param name a folder of the test resources {@code upgrade/} */
    FormerRelease(String name) {
        this.folder = "/upgrade/" + name + "/";
    }

    /** A module's tables then. */
    private record Recorded(String module, Scope scope, String last, String fingerprint) {

        static Recorded of(String module, String line) {
            String[] words = line.split(" ");
            return new Recorded(module, Scope.ofHeader(words[0]), words[1], words[2]);
        }
    }

    /** Makes the databases on a server that has none. */
    void make(Database server) throws IOException, SQLException {
        var account = new Connections.Account(server.jdbcUrl(), server.user(), server.password());
        try (StoreEngine engine = new StoreEngine(account, new Catalogues("kontor"), 4)) {
            engine.prepareControl();
            engine.prepare(MAIN);
            for (Recorded recorded : recorded()) {
                migrate(engine, recorded);
            }
            requireFingerprints(server);
        }
        addRows(server);
    }

    private List<Recorded> recorded() throws IOException {
        Properties lines = new Properties();
        try (InputStream in = FormerRelease.class.getResourceAsStream(folder + "migrations.properties")) {
            lines.load(in);
        }
        return lines.stringPropertyNames().stream()
                .sorted()
                .map(module -> Recorded.of(module, lines.getProperty(module)))
                .toList();
    }

    private static void migrate(StoreEngine engine, Recorded recorded) throws IOException {
        Path source = source(recorded.module());
        UnitDefinition definition = new UnitDefinition(
                recorded.module(),
                recorded.scope(),
                recorded.module(),
                filesUntil(source, recorded.last()),
                List.of(),
                source.toUri().toURL(),
                FormerRelease.class.getClassLoader());
        try (Unit unit = engine.open(definition, new ThreadWorkspaceContext(), behind -> {})) {
            switch (recorded.scope()) {
                case CONTROL -> unit.migrateControl();
                case WORKSPACE -> unit.migrate(MAIN);
            }
        }
    }

    private static Path source(String module) throws IOException {
        try (Stream<Path> groups = Files.list(BUNDLES)) {
            Optional<Path> found = groups.map(group -> group.resolve(module)
                            .resolve("src/main/resources/db")
                            .resolve(module))
                    .filter(Files::isDirectory)
                    .findFirst();
            return found.orElseThrow(() -> new IOException("No module brings db/" + module));
        }
    }

    private static List<MigrationFile> filesUntil(Path source, String last) throws IOException {
        List<MigrationFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(source)) {
            for (Path file : all.sorted(Comparator.comparing(Path::getFileName)).toList()) {
                String name = file.getFileName().toString();
                if (name.compareTo(last) <= 0) {
                    files.add(new MigrationFile(name, Files.readString(file)));
                }
            }
        }
        return files;
    }

    /** What the store noted is what the release noted: no migration of it was changed since. */
    private void requireFingerprints(Database server) throws IOException, SQLException {
        try (Connection connection = open(server);
                Statement statement = connection.createStatement()) {
            for (Recorded recorded : recorded()) {
                String database = recorded.scope() == Scope.CONTROL ? "kontor" : "kontor_w_main";
                try (var row = statement.executeQuery("select fingerprint from " + database
                        + ".store_fingerprint where module = '" + recorded.module() + "'")) {
                    row.next();
                    assertEquals(
                            recorded.fingerprint(),
                            row.getString(1),
                            "a migration of " + recorded.module() + " that was released has been changed");
                }
            }
        }
    }

    private void addRows(Database server) throws IOException, SQLException {
        URL rows = FormerRelease.class.getResource(folder + "rows.sql");
        try (Connection connection = open(server);
                Statement statement = connection.createStatement();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(rows.openStream(), StandardCharsets.UTF_8))) {
            statement.execute("set foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00'");
            statement.setEscapeProcessing(false);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATABASE)) {
                    statement.execute("use " + line.substring(DATABASE.length()));
                } else if (!line.isBlank() && !line.startsWith("--")) {
                    statement.execute(line);
                }
            }
        }
    }

    private static Connection open(Database server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
