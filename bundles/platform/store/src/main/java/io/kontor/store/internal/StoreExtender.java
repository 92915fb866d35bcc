package io.kontor.store.internal;

import io.kontor.database.Database;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Transactions;
import io.kontor.store.WorkspaceMigrations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the bundles that declare tables, and publishes the services of the store. */
@Component(
        configurationPid = "io.kontor.store",
        service = {})
@Designate(ocd = StoreExtender.Config.class)
public final class StoreExtender implements BundleTrackerCustomizer<TrackedUnit>, WorkspaceMigrations {

    private static final Logger LOG = LoggerFactory.getLogger(StoreExtender.class);
    private static final int RETRY_SECONDS = 15;

    /** Node settings, {@code etc/io.kontor.store.cfg}. */
    @ObjectClassDefinition(name = "Store")
    public @interface Config {
        @AttributeDefinition(description = "The control database; a workspace's database is <this>_w_<workspace>")
        String controlDatabase() default "kontor";

        @AttributeDefinition(description = "How many connections to the database there are at most")
        int poolSize() default 24;
    }

    private final BundleContext context;
    private final WorkspaceContext workspaces;
    private final StoreEngine engine;
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2, StoreExtender::thread);
    private final AtomicReference<@Nullable WorkspaceDirectory> directory = new AtomicReference<>();
    private final BundleTracker<TrackedUnit> tracker;
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public StoreExtender(
            BundleContext context,
            Config config,
            @Reference Database database,
            @Reference WorkspaceContext workspaces) {
        this.context = context;
        this.workspaces = workspaces;
        this.engine = new StoreEngine(
                new Connections.Account(database.jdbcUrl(), database.user(), database.password()),
                new Catalogues(config.controlDatabase()),
                config.poolSize());
        engine.prepareControl();
        this.registrations = List.of(
                context.registerService(Transactions.class, engine.transactions(), null),
                context.registerService(WorkspaceMigrations.class, this, null));
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kontor-store");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        tracker.close();
        worker.shutdownNow();
        engine.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindDirectory(WorkspaceDirectory found) {
        directory.set(found);
        units().forEach(unit -> bringUp(unit, 0));
    }

    void unbindDirectory(WorkspaceDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Override
    public TrackedUnit addingBundle(Bundle bundle, BundleEvent event) {
        return BundleUnits.find(bundle).map(this::track).orElse(null);
    }

    private TrackedUnit track(UnitDefinition definition) {
        AtomicReference<@Nullable TrackedUnit> self = new AtomicReference<>();
        TrackedUnit unit = new TrackedUnit(
                context,
                engine,
                definition,
                workspaces,
                () -> Optional.ofNullable(directory.get()),
                behind -> Optional.ofNullable(self.get()).ifPresent(wanted -> bringUp(wanted, 0)));
        self.set(unit);
        bringUp(unit, 0);
        return unit;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, TrackedUnit unit) {
        // Only ACTIVE is tracked, so there is nothing that could change.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, TrackedUnit unit) {
        unit.close();
    }

    private void bringUp(TrackedUnit unit, long seconds) {
        try {
            worker.schedule(() -> bringUpNow(unit), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The store is stopping; the tables stay as they are", e);
        }
    }

    private void bringUpNow(TrackedUnit unit) {
        if (unit.bringUp()) {
            bringUp(unit, RETRY_SECONDS);
        }
    }

    @Override
    public void prepare(WorkspaceId workspace) {
        engine.prepare(workspace);
        units().stream()
                .map(TrackedUnit::unit)
                .filter(unit -> unit.definition().scope() == Scope.WORKSPACE)
                .forEach(unit -> unit.migrate(workspace));
    }

    private Collection<TrackedUnit> units() {
        return tracker.getTracked().values();
    }
}
