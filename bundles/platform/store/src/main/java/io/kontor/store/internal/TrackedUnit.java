package io.kontor.store.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Store;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of one bundle from its start to its stop: migrate, publish, go on with the workspaces that are left. A
 * workspace that fails is tried again later and keeps nobody else waiting.
 */
final class TrackedUnit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedUnit.class);

    private final BundleContext context;
    private final Unit unit;
    private final Supplier<Optional<WorkspaceDirectory>> directory;
    private final Set<WorkspaceId> done = ConcurrentHashMap.newKeySet();
    private @Nullable ServiceRegistration<Store> registration;
    private boolean closed;

    /** @param again asks for another {@link #bringUp()} */
    TrackedUnit(
            BundleContext context,
            StoreEngine engine,
            UnitDefinition definition,
            WorkspaceContext workspaces,
            Supplier<Optional<WorkspaceDirectory>> directory,
            Consumer<WorkspaceId> again) {
        this.context = context;
        this.directory = directory;
        this.unit = engine.open(definition, workspaces, again);
    }

    Unit unit() {
        return unit;
    }

    /**
     * Does what can be done now.
     *
     * @return whether something is left that should be tried again soon
     */
    synchronized boolean bringUp() {
        if (closed) {
            return false;
        }
        return switch (unit.definition().scope()) {
            case CONTROL -> bringUpControl();
            case WORKSPACE -> directory.get().map(this::bringUpWorkspaces).orElse(false);
        };
    }

    private boolean bringUpControl() {
        if (registration != null) {
            return false;
        }
        try {
            unit.migrateControl();
            publish();
            return false;
        } catch (RuntimeException e) {
            LOG.error(
                    "Module {} stays away: its tables are not ready",
                    unit.definition().name(),
                    e);
            return true;
        }
    }

    private boolean bringUpWorkspaces(WorkspaceDirectory workspaces) {
        Set<WorkspaceId> all = workspaces.all();
        List<WorkspaceId> open =
                all.stream().filter(workspace -> !done.contains(workspace)).toList();
        boolean failed = false;
        for (WorkspaceId workspace : open) {
            failed |= !bringUp(workspace);
            if (!done.isEmpty()) {
                publish();
            }
        }
        if (all.isEmpty()) {
            publish();
        }
        return failed;
    }

    private boolean bringUp(WorkspaceId workspace) {
        try {
            unit.migrate(workspace);
            done.add(workspace);
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "Workspace {} is not ready for module {}",
                    workspace,
                    unit.definition().name(),
                    e);
            return false;
        }
    }

    private void publish() {
        if (registration == null) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put("unit", unit.definition().name());
            registration = context.registerService(Store.class, unit.store(), properties);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
        unit.close();
    }
}
