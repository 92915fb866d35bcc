package io.kontor.database.internal;

import io.kontor.database.Database;
import java.sql.SQLException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database up beside the rest of the start, publishes {@link Database} when it answers, keeps the
 * embedded server alive, and stops it when this bundle stops, which is last.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "io.kontor.database")
@Designate(ocd = DatabaseConfiguration.class)
public final class DatabaseComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);
    private static final long RETRY_MILLIS = 5000;

    private final BundleContext context;
    private final DatabaseSource source;
    private final Thread keeper;

    /** Returns at once; the server comes up in a thread of its own. */
    @Activate
    public DatabaseComponent(BundleContext context, DatabaseConfiguration configuration) {
        this.context = context;
        this.source = DatabaseSource.of(configuration, context);
        this.keeper = new Thread(this::keep, "kontor-database");
        keeper.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        keeper.interrupt();
        keeper.join();
    }

    /** The thread's life: until it is interrupted there is a server, or an attempt to get one. */
    private void keep() {
        try {
            while (true) {
                try (DatabaseSource.Open open = source.open()) {
                    publishUntilItEnds(open);
                } catch (RuntimeException | SQLException e) { // the thread goes on
                    LOG.error("No database: {}. Next attempt in {} s", e.getMessage(), RETRY_MILLIS / 1000, e);
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.info("The database is down");
        }
    }

    private void publishUntilItEnds(DatabaseSource.Open open) throws InterruptedException {
        ServiceRegistration<Database> published = context.registerService(Database.class, open.database(), null);
        try {
            open.awaitEnd();
            LOG.error("The database server ended unexpectedly and is started again");
        } finally {
            withdraw(published);
        }
    }

    private static void withdraw(ServiceRegistration<Database> published) {
        try {
            published.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The framework had withdrawn the service already", e);
        }
    }
}
