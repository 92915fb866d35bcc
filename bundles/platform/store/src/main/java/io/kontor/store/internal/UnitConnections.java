package io.kontor.store.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Finds the right connection for the statements of one module. */
final class UnitConnections {

    private final Connections connections;
    private final ThreadTransactions transactions;
    private final Catalogues catalogues;
    private final Scope scope;
    private final WorkspaceContext workspaces;
    private final Consumer<WorkspaceId> admission;

    /** @param admission throws if the workspace's tables are not ready for this module */
    UnitConnections(StoreEngine engine, Scope scope, WorkspaceContext workspaces, Consumer<WorkspaceId> admission) {
        this.connections = engine.connections();
        this.transactions = engine.transactions();
        this.catalogues = engine.catalogues();
        this.scope = scope;
        this.workspaces = workspaces;
        this.admission = admission;
    }

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work on the bound connection, or on one of its own where no unit of work is bound. */
    <T> T on(String statement, Work<T> work) {
        BoundSession session = transactions.session();
        try {
            if (session != null) {
                return work.on(of(session));
            }
            try (Connection connection = connections.borrow(catalogue())) {
                return work.on(connection);
            }
        } catch (SQLException e) {
            throw Failures.of(e, statement);
        }
    }

    /** The session's connection, standing where this module's tables are. */
    Connection of(BoundSession session) throws SQLException {
        String catalogue = catalogue();
        return scope == Scope.CONTROL ? session.inAnyCatalogue(catalogue) : session.inWorkspace(catalogue);
    }

    String catalogue() {
        if (scope == Scope.CONTROL) {
            return catalogues.control();
        }
        WorkspaceId workspace = workspaces.current();
        admission.accept(workspace);
        return catalogues.of(workspace);
    }

    void refuseInRead() {
        BoundSession session = transactions.session();
        if (session != null && session.readOnly()) {
            throw new IllegalStateException("Transactions.read only reads; write in Transactions.call");
        }
    }
}
