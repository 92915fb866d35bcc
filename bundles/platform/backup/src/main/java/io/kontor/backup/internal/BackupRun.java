package io.kontor.backup.internal;

import io.kontor.backup.internal.ArchiveWriter.Written;
import io.kontor.backup.internal.Manifest.DatabaseContent;
import io.kontor.backup.internal.Manifest.FileContent;
import io.kontor.backup.internal.Manifest.TableContent;
import io.kontor.backup.internal.Snapshot.TablesChanged;
import io.kontor.kernel.Json;
import io.kontor.settings.KeyedSecrets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes one backup, reads it again, and gives it its name only then. */
final class BackupRun {

    private static final int ATTEMPTS = 3;

    private final Installation installation;
    private final ServerAccount account;
    private final KeyedSecrets secrets;
    private final Clock clock;
    private final Progress progress;

    /** @param control the name of the control database */
    record Installation(Path home, Path data, String control) {}

    BackupRun(Installation installation, ServerAccount account, KeyedSecrets secrets, Clock clock, Progress progress) {
        this.installation = installation;
        this.account = account;
        this.secrets = secrets;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Makes the backup.
     *
     * @param file does not exist yet
     * @throws Trouble in words, if it cannot be made; then nothing is left of it
     */
    Manifest into(Path file) throws IOException, SQLException {
        TargetFile target = TargetFile.of(file);
        for (int attempt = 1; ; attempt++) {
            try {
                Manifest manifest = write(target);
                target.name();
                return manifest;
            } catch (TablesChanged e) {
                if (attempt == ATTEMPTS) {
                    throw new Trouble(
                            e.getMessage() + " while they were copied, " + ATTEMPTS + " times: modules are"
                                    + " being installed or updated. Do it again when that is done.",
                            e);
                }
                progress.say(e.getMessage() + " meanwhile: it begins anew.");
            } catch (UncheckedIOException e) {
                throw target.explained(e.getCause());
            } catch (IOException e) {
                throw target.explained(e);
            } finally {
                target.discard();
            }
        }
    }

    private Manifest write(TargetFile target) throws IOException, SQLException, TablesChanged {
        Manifest manifest;
        try (Snapshot snapshot = Snapshot.take(account, installation.control())) {
            Instant taken = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            List<Path> files = DataFiles.of(installation.data());
            target.requireSpace(
                    snapshot.schemas().stream().mapToLong(Schema::bytes).sum() + sizes(files));
            try (ArchiveWriter archive = new ArchiveWriter(target.part())) {
                archive.entry("README.txt", this::explain);
                List<DatabaseContent> databases = new ArrayList<>();
                for (Schema schema : snapshot.schemas()) {
                    databases.add(database(snapshot, schema, archive));
                }
                snapshot.requireUnchanged();
                manifest = manifest(taken, snapshot.server(), databases, files(files, archive));
                byte[] json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
                archive.entry(Manifest.ENTRY, out -> writeAll(out, json));
                archive.finish();
            }
        }
        Seal.seal(target.part(), progress);
        progress.say("Reading it again ...");
        try (Archive written = Archive.open(target.part(), progress)) {
            written.verify(progress);
        }
        return manifest;
    }

    private DatabaseContent database(Snapshot snapshot, Schema schema, ArchiveWriter archive)
            throws IOException, SQLException, TablesChanged {
        List<TableContent> tables = new ArrayList<>();
        long rows = 0;
        for (TableDefinition table : schema.tables()) {
            progress.requireWanted();
            TableContent content = table(snapshot, table, archive);
            tables.add(content);
            rows += content.rows();
        }
        progress.say("  " + schema.name() + ": " + tables.size() + " tables, " + rows + " rows");
        return new DatabaseContent(
                schema.name(), schema.charset(), schema.collation(), RanMigrations.of(snapshot, schema), tables);
    }

    private TableContent table(Snapshot snapshot, TableDefinition table, ArchiveWriter archive)
            throws IOException, SQLException, TablesChanged {
        String entry = "databases/" + table.schema() + "/" + table.name() + ".sql";
        try {
            Written<TableRows> written = archive.entry(entry, out -> {
                writeAll(out, (table.create() + ";\n").getBytes(StandardCharsets.UTF_8));
                try {
                    return snapshot.table(table, connection -> counted(snapshot, table, connection, out));
                } catch (TablesChanged e) {
                    throw new Interrupting(e);
                }
            });
            TableRows rows = written.result();
            return new TableContent(table.name(), rows.rows(), rows.content(), written.bytes(), written.sha256());
        } catch (Interrupting e) {
            throw e.changed;
        }
    }

    private TableRows counted(Snapshot snapshot, TableDefinition table, Connection connection, OutputStream out)
            throws SQLException {
        TableRows rows = TableRows.copy(connection, table, out, progress);
        long counted = snapshot.count(table);
        if (counted != rows.rows()) {
            throw new Trouble("Of " + table.qualified() + " " + rows.rows() + " rows were read, and the server counts "
                    + counted + ": the server's files may be damaged. Look into its log.");
        }
        return rows;
    }

    private List<FileContent> files(List<Path> files, ArchiveWriter archive) throws IOException, SQLException {
        List<FileContent> contents = new ArrayList<>();
        for (Path file : files) {
            String path = file.toString();
            try (var in = Files.newInputStream(installation.data().resolve(file))) {
                Written<Long> written = archive.entry("files/" + path, in::transferTo);
                contents.add(new FileContent(path, written.bytes(), written.sha256()));
            } catch (NoSuchFileException e) {
                progress.say("  " + path + " went meanwhile");
            }
        }
        return contents;
    }

    private Manifest manifest(Instant taken, String server, List<DatabaseContent> databases, List<FileContent> files)
            throws IOException {
        ProductModules product = ProductModules.of(installation.home());
        return new Manifest(
                Manifest.FORMAT,
                product.version(),
                taken,
                server,
                installation.control(),
                databases,
                files,
                product.migrations(),
                secrets.fingerprints(),
                secrets.seal(Manifest.PROBE, Manifest.PROBE_PURPOSE));
    }

    private long sizes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            Path found = installation.data().resolve(file);
            bytes += Files.exists(found) ? Files.size(found) : 0;
        }
        return bytes;
    }

    private boolean explain(OutputStream out) throws IOException {
        return writeAll(out, """
                A backup of Kontor. Restore it into an empty folder with the key file that belongs to it:

                    ./kontor restore <this file> --key <kontor.key> --data <folder>

                Neither the key file (etc/kontor.key) nor the node settings (etc/*.cfg) are in it.
                manifest.json says what is. The tables are plain SQL, one statement per line; without Kontor:

                    (echo "set foreign_key_checks=0, sql_mode='NO_AUTO_VALUE_ON_ZERO', time_zone='+00:00';"
                     unzip -p <this file> 'databases/kontor/*') | mariadb --default-character-set=utf8mb4 kontor
                """.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean writeAll(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        return true;
    }

    /** Carries {@link TablesChanged} out of an entry. */
    private static final class Interrupting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final TablesChanged changed;

        Interrupting(TablesChanged changed) {
            super(changed);
            this.changed = changed;
        }
    }
}
