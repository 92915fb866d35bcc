package io.kontor.kernel;

import java.util.Optional;
import java.util.Set;

/** The workspaces of this installation, as the control database knows them. An OSGi service of {@code workspaces}. */
public interface WorkspaceDirectory {

    /** All workspaces, also those that are still being brought up to date. */
    Set<WorkspaceId> all();

    /**
     * The workspace that answers at a host name: the one that owns it, or the only one there is.
     *
     * @param host the name without a port, in any case
     */
    Optional<WorkspaceId> byHost(String host);

    /** The host names, in lower case, that a workspace owns; none where it is alone and answers at any. */
    Set<String> hosts(WorkspaceId workspace);
}
