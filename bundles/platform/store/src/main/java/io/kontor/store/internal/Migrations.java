package io.kontor.store.internal;

import io.kontor.kernel.Sha256;
import io.kontor.store.StoreException;
import io.kontor.store.internal.UnitDefinition.MigrationFile;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a module's migrations in one database. The fingerprint of the files stands in the database that they made, so
 * a database that comes back from a backup is brought up to date, and Flyway only runs where something differs.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private static final String CREATE_DATABASE =
            "create database if not exists %s character set utf8mb4 collate utf8mb4_unicode_520_ci";

    private static final String CREATE_FINGERPRINTS = """
            create table if not exists %s.store_fingerprint (
              module varchar(64) character set ascii collate ascii_bin not null primary key,
              fingerprint char(64) character set ascii collate ascii_bin not null
            )
            """;

    private static final String FIND_FINGERPRINT = "select fingerprint from %s.store_fingerprint where module = ?";

    private static final String REPLACE_FINGERPRINT =
            "replace into %s.store_fingerprint (module, fingerprint) values (?, ?)";

    /** The error numbers for an unknown database and an unknown table. */
    private static final Set<Integer> NOT_THERE = Set.of(1049, 1146);

    private final Connections connections;
    private final String control;

    Migrations(Connections connections, String control) {
        this.connections = connections;
        this.control = control;
    }

    /** Makes the database if there is none. */
    void prepareDatabase(String catalogue) {
        String quoted = Catalogues.quoted(catalogue);
        try (Connection connection = connections.direct("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE_DATABASE.formatted(quoted));
            statement.execute(CREATE_FINGERPRINTS.formatted(quoted));
        } catch (SQLException e) {
            throw new StoreException("The database " + catalogue + " cannot be made", e);
        }
    }

    /** Whether the module's tables in the database are as these migrations leave them. */
    boolean upToDate(UnitDefinition unit, String catalogue) {
        return fingerprint(unit.name(), catalogue).equals(Optional.of(fingerprint(unit.migrations())));
    }

    /** Runs what is missing; does nothing if the fingerprint is the same. */
    void migrate(UnitDefinition unit, String catalogue) {
        if (unit.migrations().isEmpty() || upToDate(unit, catalogue)) {
            return;
        }
        try {
            int ran = flyway(unit, connections.direct(catalogue)).migrate().migrationsExecuted;
            remember(unit, catalogue);
            LOG.info("Module {}: {} migrations ran in {}", unit.name(), ran, catalogue);
        } catch (FlywayException e) {
            throw new StoreException("The migrations of module " + unit.name() + " failed in " + catalogue, e);
        }
    }

    /**
     * Baseline 0, because the modules share a database. Missing and future migrations are no error: a module that was
     * rolled back runs on the tables of its next release.
     */
    private static Flyway flyway(UnitDefinition unit, DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .table(unit.name() + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns("*:missing", "*:future")
                .validateMigrationNaming(true)
                .resourceProvider(new Files(unit.migrations()))
                .javaMigrationClassProvider(Set::of)
                .loggers("slf4j")
                .load();
    }

    /** Empty as well where the database itself does not exist. */
    private Optional<String> fingerprint(String module, String catalogue) {
        String query = FIND_FINGERPRINT.formatted(Catalogues.quoted(catalogue));
        try (Connection connection = connections.borrow(control);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, module);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (NOT_THERE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw new StoreException("The state of the database " + catalogue + " cannot be read", e);
        }
    }

    private void remember(UnitDefinition unit, String catalogue) {
        String replace = REPLACE_FINGERPRINT.formatted(Catalogues.quoted(catalogue));
        try (Connection connection = connections.borrow(control);
                PreparedStatement statement = connection.prepareStatement(replace)) {
            statement.setString(1, unit.name());
            statement.setString(2, fingerprint(unit.migrations()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("The state of the database " + catalogue + " cannot be written", e);
        }
    }

    private static String fingerprint(List<MigrationFile> migrations) {
        MessageDigest digest = Sha256.begin();
        for (MigrationFile file : migrations) {
            digest.update((file.name() + "\n" + file.statements() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Gives Flyway the files of the one module and keeps it from looking around. */
    private record Files(List<MigrationFile> migrations) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return migrations.stream()
                    .filter(file -> file.name().equals(name))
                    .map(Resource::new)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.stream()
                    .filter(file -> file.name().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(file.name()::endsWith))
                    .<LoadableResource>map(Resource::new)
                    .toList();
        }
    }

    private static final class Resource extends LoadableResource {

        private final MigrationFile file;

        private Resource(MigrationFile file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new StringReader(file.statements());
        }

        @Override
        public String getAbsolutePath() {
            return file.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return file.name();
        }

        @Override
        public String getFilename() {
            return file.name();
        }

        @Override
        public String getRelativePath() {
            return file.name();
        }
    }
}
