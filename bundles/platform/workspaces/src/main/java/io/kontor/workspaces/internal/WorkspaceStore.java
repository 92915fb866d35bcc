package io.kontor.workspaces.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.workspaces.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables {@code workspaces_workspace} and {@code workspaces_host} of the control database. */
@Component(service = WorkspaceStore.class)
public final class WorkspaceStore {

    private final Store store;

    @Activate
    public WorkspaceStore(@Reference(target = "(unit=workspaces)") Store store) {
        this.store = store;
    }

    private record Host(String name, String workspace) {}

    List<Workspace> all() {
        Map<String, Set<String>> hosts = store
                .sql()
                .list(
                        "select host, workspace_id from {control}.workspaces_host",
                        row -> new Host(row.string("host"), row.string("workspace_id")))
                .stream()
                .collect(groupingBy(Host::workspace, mapping(Host::name, toSet())));
        return store.sql()
                .list(
                        "select id, created_at from {control}.workspaces_workspace order by id",
                        row -> workspace(row, hosts));
    }

    private static Workspace workspace(Row row, Map<String, Set<String>> hosts) {
        String id = row.string("id");
        return new Workspace(new WorkspaceId(id), row.instant("created_at"), hosts.getOrDefault(id, Set.of()));
    }

    void insert(WorkspaceId id, Instant createdAt) {
        store.sql()
                .update(
                        "insert into {control}.workspaces_workspace (id, created_at) values (?, ?)",
                        id.value(),
                        createdAt);
    }

    void insertHost(String host, WorkspaceId id) {
        store.sql()
                .update("insert into {control}.workspaces_host (host, workspace_id) values (?, ?)", host, id.value());
    }
}
