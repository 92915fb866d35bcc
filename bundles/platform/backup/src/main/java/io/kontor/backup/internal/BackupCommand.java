package io.kontor.backup.internal;

import io.kontor.database.Database;
import io.kontor.settings.KeyedSecrets;
import io.kontor.store.Store;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code ./kontor backup [<file>]}, while the product works. */
@Component
public final class BackupCommand implements AdminCommand {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'kontor-'uuuuMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

    private static final long TOLD_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final BackupRun.Installation installation;
    private final ServerAccount account;
    private final KeyedSecrets secrets;
    private final BackupStore backups;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private volatile boolean stopping;

    @Activate
    public BackupCommand(
            BundleContext context,
            @Reference Database database,
            @Reference KeyedSecrets secrets,
            @Reference(target = "(unit=backup)") Store store,
            @Reference BackupStore backups,
            @Reference Clock clock) {
        this.installation = new BackupRun.Installation(
                Path.of(context.getProperty("karaf.home")),
                Path.of(context.getProperty("karaf.data")),
                store.catalogue());
        this.account = ServerAccount.of(database);
        this.secrets = secrets;
        this.backups = backups;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        stopping = true;
        one.lock(); // until the running one has taken its file away
        one.unlock();
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String help() {
        return "backup [<file>]: everything but the key file and the node settings, into one file";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        if (arguments.size() > 1) {
            throw new CommandRefused(help());
        }
        if (!one.tryLock()) {
            throw new CommandRefused("Another backup is being written; this one was not begun.");
        }
        try {
            Path file = arguments.isEmpty() ? nextFile() : Path.of(arguments.get(0));
            Watched progress = new Watched(out);
            progress.say("Copying everything as it is now; the product goes on ...");
            Manifest manifest = new BackupRun(installation, account, secrets, clock, progress).into(file);
            backups.add(manifest, file.toAbsolutePath().toString(), Files.size(file));
            out.println("Done: " + file.toAbsolutePath() + ", " + (Files.size(file) + 512 * 1024 >> 20)
                    + " MB, read again" + " and found equal.");
            out.println("  " + manifest.extent() + ", as of " + manifest.takenAt());
            out.println(
                    "Not in it, on purpose: the key file etc/kontor.key, without which the secrets in it stay closed,"
                            + " and the node settings etc/*.cfg. Keep a copy of them elsewhere than the backup.");
        } catch (Trouble e) {
            throw new CommandRefused(e.getMessage());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("No backup was written: " + e.getMessage(), e);
        } finally {
            one.unlock();
        }
    }

    private Path nextFile() throws IOException {
        Path folder = Files.createDirectories(installation.data().resolve("backups"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder.resolve(NAME.format(clock.instant()));
    }

    /** The operator who waits; who presses Ctrl-C does not want it any more. */
    private final class Watched implements Progress {

        private final PrintWriter out;
        private long told = System.nanoTime();

        private Watched(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void say(String line) {
            out.println(line);
            out.flush();
        }

        @Override
        public void through(TableDefinition table, long rows) {
            if (System.nanoTime() - told > TOLD_EVERY_NANOS) {
                told = System.nanoTime();
                say("  ... " + table.schema() + "." + table.name() + ": " + rows + " rows so far");
            }
        }

        @Override
        public boolean abandoned() {
            return stopping || out.checkError();
        }
    }
}
