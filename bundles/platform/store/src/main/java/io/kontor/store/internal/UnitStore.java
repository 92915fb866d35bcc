package io.kontor.store.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The tables of one module, open. */
final class UnitStore implements Store, AutoCloseable {

    private final UnitDefinition unit;
    private final ThreadTransactions transactions;
    private final UnitConnections connections;
    private final UnitEntities entities;
    private final UnitSql sql;

    UnitStore(StoreEngine engine, UnitDefinition unit, WorkspaceContext workspaces, Consumer<WorkspaceId> admission) {
        this.unit = unit;
        this.transactions = engine.transactions();
        this.connections = new UnitConnections(engine, unit.scope(), workspaces, admission);
        this.entities = new UnitEntities(unit, engine.catalogues().control(), this::bound);
        this.sql = new UnitSql(connections, engine.catalogues().quotedControl());
    }

    /** {@link #entities()} has led the session into the right catalogue, which it does not leave any more. */
    private Connection bound() {
        return transactions.inTransaction().connection();
    }

    @Override
    public String unit() {
        return unit.name();
    }

    @Override
    public String catalogue() {
        return connections.catalogue();
    }

    @Override
    public EntityManager entities() {
        BoundSession session = transactions.inTransaction();
        connections.refuseInRead();
        try {
            connections.of(session);
        } catch (SQLException e) {
            throw Failures.of(e, "the first statement of a transaction");
        }
        return session.manager(unit.name(), entities::open);
    }

    @Override
    public Sql sql() {
        return sql;
    }

    @Override
    public void flush() {
        EntityManager manager = transactions.inTransaction().existingManager(unit.name());
        if (manager == null) {
            return;
        }
        try {
            manager.flush();
        } catch (RuntimeException e) {
            throw Failures.ofFlush(e);
        }
    }

    @Override
    public void close() {
        entities.close();
    }
}
