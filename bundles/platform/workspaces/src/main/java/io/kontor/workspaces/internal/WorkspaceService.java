package io.kontor.workspaces.internal;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Transactions;
import io.kontor.store.UniqueViolation;
import io.kontor.store.WorkspaceMigrations;
import io.kontor.workspaces.Workspace;
import io.kontor.workspaces.Workspaces;
import io.kontor.workspaces.WorkspacesError;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps a short copy of the list, because every request asks for it; other nodes' changes are seen after seconds. */
@Component(
        service = {Workspaces.class, WorkspaceDirectory.class},
        configurationPid = "io.kontor.access")
public final class WorkspaceService implements Workspaces, WorkspaceDirectory {

    /** The workspace that an installation begins with. */
    static final WorkspaceId FIRST = new WorkspaceId("main");

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int LONGEST_HOST = 253;

    private final WorkspaceStore store;
    private final Transactions transactions;
    private final WorkspaceMigrations migrations;
    private final Clock clock;
    private final FirstHosts firstHosts;
    private final KnownWorkspaces known;

    @Activate
    public WorkspaceService(
            @Reference WorkspaceStore store,
            @Reference Transactions transactions,
            @Reference WorkspaceMigrations migrations,
            @Reference Clock clock,
            FirstHosts.Config config) {
        this.store = store;
        this.transactions = transactions;
        this.migrations = migrations;
        this.clock = clock;
        this.firstHosts = FirstHosts.of(config);
        this.known = new KnownWorkspaces(store::all, System::nanoTime);
        if (store.all().isEmpty()) {
            begin();
        }
    }

    /** Another node may do the same at this moment; then its workspace is ours. */
    private void begin() {
        try {
            create(FIRST, Set.of());
        } catch (KontorException e) {
            if (e.error() != WorkspacesError.EXISTS) {
                throw e;
            }
        }
    }

    @Override
    public void create(WorkspaceId id, Set<String> hosts) {
        List<String> names =
                hosts.stream().map(WorkspaceService::normal).sorted().toList();
        List<Workspace> present = store.all();
        refuseTaken(id, names, present);
        migrations.prepare(id);
        transactions.run(() -> {
            insert(id);
            names.forEach(host -> insertHost(host, id));
            keepReachable(present, names);
        });
        known.forget();
    }

    /** A workspace that answered at any host, because it was the only one, goes on at those that must be meant for it. */
    private void keepReachable(List<Workspace> present, List<String> taken) {
        present.stream()
                .filter(workspace -> workspace.hosts().isEmpty())
                .findFirst()
                .ifPresent(nameless -> firstHosts.names().stream()
                        .filter(host -> !taken.contains(host))
                        .filter(host -> present.stream()
                                .noneMatch(other -> other.hosts().contains(host)))
                        .forEach(host -> insertHost(host, nameless.id())));
    }

    @Override
    public void addHosts(WorkspaceId id, Set<String> hosts) {
        List<String> names =
                hosts.stream().map(WorkspaceService::normal).sorted().toList();
        Workspace workspace = store.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KontorException(WorkspacesError.UNKNOWN, Map.of("workspace", id.value())));
        transactions.run(() ->
                names.stream().filter(host -> !workspace.hosts().contains(host)).forEach(host -> insertHost(host, id)));
        known.forget();
    }

    private static void refuseTaken(WorkspaceId id, List<String> hosts, List<Workspace> present) {
        for (Workspace workspace : present) {
            if (workspace.id().equals(id)) {
                throw exists(id, null);
            }
            hosts.stream().filter(workspace.hosts()::contains).findFirst().ifPresent(host -> {
                throw hostTaken(host, null);
            });
        }
    }

    private void insert(WorkspaceId id) {
        try {
            store.insert(id, clock.instant());
        } catch (UniqueViolation e) {
            throw exists(id, e);
        }
    }

    private void insertHost(String host, WorkspaceId id) {
        try {
            store.insertHost(host, id);
        } catch (UniqueViolation e) {
            throw hostTaken(host, e);
        }
    }

    private static KontorException exists(WorkspaceId id, @Nullable UniqueViolation cause) {
        return new KontorException(WorkspacesError.EXISTS, Map.of("workspace", id.value()), cause);
    }

    private static KontorException hostTaken(String host, @Nullable UniqueViolation cause) {
        return new KontorException(WorkspacesError.HOST_TAKEN, Map.of("host", host), cause);
    }

    static String normal(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_HOST || !HOST.matcher(name).matches()) {
            throw new KontorException(WorkspacesError.HOST_INVALID, Map.of("host", host));
        }
        return name;
    }

    @Override
    public List<Workspace> list() {
        return store.all();
    }

    @Override
    public Set<WorkspaceId> all() {
        return known.current().ids();
    }

    @Override
    public Optional<WorkspaceId> byHost(String host) {
        return known.current().byHost(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<String> hosts(WorkspaceId workspace) {
        return known.current().hosts(workspace);
    }
}
