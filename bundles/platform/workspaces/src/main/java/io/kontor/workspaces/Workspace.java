package io.kontor.workspaces;

import io.kontor.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Set;

/**
 * One seller business.
 *
 * @param hosts the host names at which it answers, in lower case
 */
public record Workspace(WorkspaceId id, Instant createdAt, Set<String> hosts) {

    public Workspace {
        hosts = Set.copyOf(hosts);
    }
}
