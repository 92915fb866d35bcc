package io.kontor.database.internal;

import io.kontor.database.Database;
import io.kontor.database.EmbeddedMariaDb;
import io.kontor.database.EmbeddedSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** Where the database comes from: a server of our own or somebody else's. */
interface DatabaseSource {

    /** Starts or reaches the server; throws when there is none. */
    Open open() throws InterruptedException, SQLException;

    /** A database that answers, until it is closed. */
    interface Open extends AutoCloseable {

        Database database();

        /** Returns only when the server ended without being asked to. */
        void awaitEnd() throws InterruptedException;

        @Override
        void close();
    }

    static DatabaseSource of(DatabaseConfiguration configuration, BundleContext context) {
        if (!configuration.url().isBlank()) {
            return external(configuration);
        }
        return embedded(new EmbeddedSettings(
                folder(configuration.server_folder(), context, "karaf.home"),
                folder(configuration.data_folder(), context, "karaf.data"),
                configuration.port(),
                configuration.buffer_pool_megabytes(),
                Stream.of(configuration.options().split("\\s+"))
                        .filter(option -> !option.isBlank())
                        .toList(),
                Duration.ofSeconds(configuration.patience_seconds())));
    }

    private static Path folder(String configured, BundleContext context, String property) {
        return configured.isBlank() ? Path.of(context.getProperty(property), "mariadb") : Path.of(configured);
    }

    private static DatabaseSource embedded(EmbeddedSettings settings) {
        return () -> {
            EmbeddedMariaDb server = EmbeddedMariaDb.start(settings);
            return new Open() {
                @Override
                public Database database() {
                    return server;
                }

                @Override
                public void awaitEnd() throws InterruptedException {
                    CountDownLatch ended = new CountDownLatch(1);
                    server.onExit().thenRun(ended::countDown);
                    ended.await();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        };
    }

    private static DatabaseSource external(DatabaseConfiguration configuration) {
        ExternalDatabase database = new ExternalDatabase(
                configuration.url().endsWith("/") ? configuration.url() : configuration.url() + "/",
                configuration.user(),
                configuration.password());
        return () -> {
            database.requireAnswer();
            return new Open() {
                @Override
                public Database database() {
                    return database;
                }

                @Override
                public void awaitEnd() throws InterruptedException {
                    new CountDownLatch(1).await(); // whoever uses it reconnects: its end is not ours to notice
                }

                @Override
                public void close() {}
            };
        };
    }
}
