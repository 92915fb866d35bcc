package io.kontor.store.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.util.function.Consumer;

/** Everything that works without OSGi: the pool, the transactions, and the units that are opened on them. */
public final class StoreEngine implements AutoCloseable {

    private final Catalogues catalogues;
    private final Connections connections;
    private final ThreadTransactions transactions;
    private final Migrations migrations;

    /** @param poolSize how many connections there are at most */
    public StoreEngine(Connections.Account account, Catalogues catalogues, int poolSize) {
        this.catalogues = catalogues;
        this.connections = new Connections(account, poolSize);
        this.transactions = new ThreadTransactions(connections);
        this.migrations = new Migrations(connections, catalogues.control());
    }

    /** Makes the control database if there is none. */
    public void prepareControl() {
        migrations.prepareDatabase(catalogues.control());
    }

    /** Makes the workspace's database if there is none. */
    public void prepare(WorkspaceId workspace) {
        migrations.prepareDatabase(catalogues.of(workspace));
    }

    /**
     * Opens a module's tables; they still have to be migrated.
     *
     * @param behind told of a workspace that somebody wanted but that is not up to date
     */
    public Unit open(UnitDefinition definition, WorkspaceContext context, Consumer<WorkspaceId> behind) {
        return new Unit(this, definition, context, behind);
    }

    public Catalogues catalogues() {
        return catalogues;
    }

    public Connections connections() {
        return connections;
    }

    public ThreadTransactions transactions() {
        return transactions;
    }

    Migrations migrations() {
        return migrations;
    }

    @Override
    public void close() {
        connections.close();
    }
}
