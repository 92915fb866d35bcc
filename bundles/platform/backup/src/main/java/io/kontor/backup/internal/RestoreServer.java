package io.kontor.backup.internal;

import io.kontor.database.DatabaseException;
import io.kontor.database.EmbeddedMariaDb;
import io.kontor.database.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The server that the databases are restored into: the one that the product will use according to its node settings. */
final class RestoreServer implements AutoCloseable {

    private final ServerAccount account;
    private final Runnable end;

    private RestoreServer(ServerAccount account, Runnable end) {
        this.account = account;
        this.end = end;
    }

    /** Where the embedded server keeps its files; somebody else's server is elsewhere. */
    static Path folder(Path home, Path data) throws IOException {
        String configured = NodeSettings.read(home, "io.kontor.database.cfg").get("data.folder", "");
        return configured.isEmpty() ? data.resolve("mariadb") : home.resolve(configured);
    }

    static boolean embedded(Path home) throws IOException {
        return NodeSettings.read(home, "io.kontor.database.cfg").get("url", "").isEmpty();
    }

    static RestoreServer open(Path home, Path data) throws IOException, InterruptedException {
        NodeSettings settings = NodeSettings.read(home, "io.kontor.database.cfg");
        String url = settings.get("url", "");
        if (!url.isEmpty()) {
            return new RestoreServer(
                    new ServerAccount(
                            url.endsWith("/") ? url : url + "/",
                            settings.get("user", ""),
                            settings.get("password", "")),
                    () -> {});
        }
        String configured = settings.get("server.folder", "");
        EmbeddedSettings embedded = EmbeddedSettings.of(
                        configured.isEmpty() ? home.resolve("mariadb") : home.resolve(configured), folder(home, data))
                // Nothing of an interrupted restoring is kept, so no commit has to wait for the disk; the end does.
                .withOptions(List.of("--innodb-flush-log-at-trx-commit=0"));
        try {
            EmbeddedMariaDb server = EmbeddedMariaDb.start(embedded);
            Thread stop = new Thread(server::close, "kontor-restore-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            return new RestoreServer(ServerAccount.of(server), () -> {
                Runtime.getRuntime().removeShutdownHook(stop);
                server.close();
            });
        } catch (DatabaseException e) {
            throw new Trouble("The database server for the restored data does not start: " + e.getMessage(), e);
        }
    }

    /** Ends a server that an interrupted restoring left behind. */
    static void stopOrphan(Path home, Path data) throws IOException, InterruptedException {
        Path folder = folder(home, data);
        if (embedded(home) && Files.isDirectory(folder)) {
            EmbeddedMariaDb.stopOrphan(folder, Duration.ofMinutes(1));
        }
    }

    ServerAccount account() {
        return account;
    }

    @Override
    public void close() {
        end.run();
    }
}
