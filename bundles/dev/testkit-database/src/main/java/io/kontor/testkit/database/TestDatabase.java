package io.kontor.testkit.database;

import io.kontor.database.Database;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadWorkspaceContext;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import io.kontor.store.internal.Catalogues;
import io.kontor.store.internal.ClassPathUnits;
import io.kontor.store.internal.Connections;
import io.kontor.store.internal.Scope;
import io.kontor.store.internal.StoreEngine;
import io.kontor.store.internal.Unit;
import io.kontor.store.internal.UnitDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The databases of one test class. They are dropped after the last test. */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final Database server;
    private final StoreEngine engine;
    private final WorkspaceContext workspaces = new ThreadWorkspaceContext();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final TableCleaner cleaner;
    private final List<WorkspaceId> made = new ArrayList<>();
    private final WorkspaceId workspace;

    private TestDatabase(Database server, String name) {
        this.server = server;
        this.engine = new StoreEngine(account(server), new Catalogues(name), CONNECTIONS);
        this.cleaner = new TableCleaner(server);
        this.workspace = new WorkspaceId("main");
    }

    static TestDatabase make(DatabaseTest wanted, ClassLoader loader) {
        String name = "t" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
        TestDatabase database = new TestDatabase(TestServer.ofBuild(), name);
        database.engine.prepareControl();
        for (String module : wanted.control()) {
            database.open(module, Scope.CONTROL, loader).migrateControl();
        }
        for (String module : wanted.workspace()) {
            database.open(module, Scope.WORKSPACE, loader);
        }
        database.cleaner.keepSeeded(name);
        database.addWorkspace(database.workspace.value());
        return database;
    }

    private static Connections.Account account(Database server) {
        return new Connections.Account(server.jdbcUrl(), server.user(), server.password());
    }

    private Unit open(String module, Scope scope, ClassLoader loader) {
        UnitDefinition definition = ClassPathUnits.find(module, scope, loader);
        Unit unit = engine.open(definition, workspaces, behind -> {});
        units.put(module, unit);
        return unit;
    }

    /** A further workspace with the same modules, for tests of separation. Not cleared between tests, but dropped. */
    public WorkspaceId addWorkspace(String name) {
        WorkspaceId added = new WorkspaceId(name);
        engine.prepare(added);
        units.values().stream()
                .filter(unit -> unit.definition().scope() == Scope.WORKSPACE)
                .forEach(unit -> unit.migrate(added));
        made.add(added);
        cleaner.keepSeeded(engine.catalogues().of(added));
        return added;
    }

    /** The transactions of all stores. */
    public Transactions transactions() {
        return engine.transactions();
    }

    /** @throws IllegalArgumentException if {@link DatabaseTest} does not name the module */
    public Store store(String module) {
        return Optional.ofNullable(units.get(module))
                .map(Unit::store)
                .orElseThrow(() -> new IllegalArgumentException("@DatabaseTest does not name " + module));
    }

    /** Where the workspace is bound; a thread that a test starts has to bind it anew. */
    public WorkspaceContext workspaces() {
        return workspaces;
    }

    /** The workspace that is bound while a test runs. */
    public WorkspaceId workspace() {
        return workspace;
    }

    /** The server, for tests that speak JDBC themselves. */
    public Database server() {
        return server;
    }

    /** The name of the control database. */
    public String controlName() {
        return engine.catalogues().control();
    }

    /** The name of a workspace's database. */
    public String nameOf(WorkspaceId named) {
        return engine.catalogues().of(named);
    }

    /** The engine itself, for tests of the platform's own parts. */
    public StoreEngine engine() {
        return engine;
    }

    void clear() {
        cleaner.clear(controlName());
        made.forEach(each -> cleaner.clear(nameOf(each)));
    }

    @Override
    public void close() {
        units.values().forEach(Unit::close);
        engine.close();
        made.forEach(each -> cleaner.drop(nameOf(each)));
        cleaner.drop(controlName());
    }
}
