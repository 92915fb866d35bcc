package io.kontor.connector.internal;

import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/** One workspace with these names. */
record OwnNames(Set<String> names) implements WorkspaceDirectory {

    @Override
    public Set<WorkspaceId> all() {
        return Set.of(new WorkspaceId("main"));
    }

    @Override
    public Optional<WorkspaceId> byHost(String host) {
        return Optional.empty();
    }

    @Override
    public Set<String> hosts(WorkspaceId workspace) {
        return names;
    }
}
