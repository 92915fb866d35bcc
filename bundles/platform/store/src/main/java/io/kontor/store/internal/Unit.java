package io.kontor.store.internal;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Store;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A module's tables and which workspaces have them as the module expects. */
public final class Unit implements AutoCloseable {

    private final UnitDefinition definition;
    private final StoreEngine engine;
    private final Consumer<WorkspaceId> behind;
    private final UnitStore store;
    private final Set<WorkspaceId> ready = ConcurrentHashMap.newKeySet();

    /** @param behind told of a workspace that somebody wanted but that is not up to date */
    Unit(StoreEngine engine, UnitDefinition definition, WorkspaceContext context, Consumer<WorkspaceId> behind) {
        this.engine = engine;
        this.definition = definition;
        this.behind = behind;
        this.store = new UnitStore(engine, definition, context, this::admit);
    }

    public UnitDefinition definition() {
        return definition;
    }

    public Store store() {
        return store;
    }

    /** Brings the control database up to date for this module. */
    public void migrateControl() {
        engine.migrations().migrate(definition, engine.catalogues().control());
    }

    /** Brings the workspace's database, which must exist, up to date for this module. */
    public void migrate(WorkspaceId workspace) {
        engine.migrations().migrate(definition, engine.catalogues().of(workspace));
        ready.add(workspace);
    }

    private void admit(WorkspaceId workspace) {
        if (ready.contains(workspace)) {
            return;
        }
        if (!engine.migrations().upToDate(definition, engine.catalogues().of(workspace))) {
            behind.accept(workspace);
            throw new KontorException(KernelError.WORKSPACE_MIGRATING);
        }
        ready.add(workspace);
    }

    @Override
    public void close() {
        store.close();
    }
}
