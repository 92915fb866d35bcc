package io.kontor.store.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is bound to a thread during a unit of work: at most one connection, borrowed at the first statement, and the
 * entity managers that were asked for.
 */
final class BoundSession {

    private final Connections connections;
    private final boolean transaction;
    private final Map<String, EntityManager> managers = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable String workspaceCatalogue;
    private @Nullable Throwable rollbackCause;
    private int readers;

    BoundSession(Connections connections, boolean transaction) {
        this.connections = connections;
        this.transaction = transaction;
    }

    /** Whether a commit stands at the end, as opposed to a session that only reads. */
    boolean transaction() {
        return transaction;
    }

    /** Whether the innermost unit of work promised only to read. */
    boolean readOnly() {
        return readers > 0;
    }

    void enterRead() {
        readers++;
    }

    void leaveRead() {
        readers--;
    }

    void doom(Throwable cause) {
        if (rollbackCause == null) {
            rollbackCause = cause;
        }
    }

    @Nullable
    Throwable rollbackCause() {
        return rollbackCause;
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** The connection for statements that name the control database themselves. */
    Connection inAnyCatalogue(String control) throws SQLException {
        Connection bound = connection;
        return bound == null ? open(control) : bound;
    }

    /**
     * The connection for statements on a workspace's tables.
     *
     * @throws IllegalStateException if this session already belongs to another workspace
     */
    Connection inWorkspace(String catalogue) throws SQLException {
        if (workspaceCatalogue != null && !workspaceCatalogue.equals(catalogue)) {
            throw new IllegalStateException("A transaction belongs to one workspace: it began in " + workspaceCatalogue
                    + " and may not go on in " + catalogue);
        }
        Connection bound = connection;
        if (bound == null) {
            bound = open(catalogue);
        } else if (workspaceCatalogue == null) {
            Connections.enter(bound, catalogue);
        }
        workspaceCatalogue = catalogue;
        return bound;
    }

    /** The connection that an earlier statement opened. */
    Connection connection() {
        Connection bound = connection;
        if (bound == null) {
            throw new IllegalStateException("This unit of work has no connection yet, or has ended");
        }
        return bound;
    }

    private Connection open(String catalogue) throws SQLException {
        Connection fresh = connections.borrow(catalogue);
        connection = fresh;
        if (transaction) {
            execute(fresh, "start transaction");
        }
        return fresh;
    }

    EntityManager manager(String unit, Supplier<EntityManager> maker) {
        EntityManager manager = managers.get(unit);
        if (manager == null) {
            manager = maker.get();
            managers.put(unit, manager);
            manager.getTransaction().begin();
        }
        return manager;
    }

    @Nullable
    EntityManager existingManager(String unit) {
        return managers.get(unit);
    }

    /** Writes what the entity managers hold, then commits once. */
    void commit() throws SQLException {
        for (EntityManager manager : managers.values()) {
            manager.getTransaction().commit();
        }
        if (connection != null) {
            execute(connection, "commit");
        }
    }

    void rollback() throws SQLException {
        for (EntityManager manager : managers.values()) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        }
        if (connection != null) {
            execute(connection, "rollback");
        }
    }

    /** Gives the connection back; a spoiled one is thrown away. */
    void close(boolean spoiled) throws SQLException {
        for (EntityManager manager : managers.values()) {
            manager.close();
        }
        Connection bound = connection;
        connection = null;
        if (bound != null) {
            if (spoiled) {
                connections.discard(bound);
            }
            bound.close();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
