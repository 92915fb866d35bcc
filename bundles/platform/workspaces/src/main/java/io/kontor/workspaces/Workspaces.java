package io.kontor.workspaces;

import io.kontor.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;

/** Makes and lists the workspaces of this installation. An OSGi service. */
public interface Workspaces {

    /**
     * Makes a workspace: its database with every module's tables, then its entry, so that nobody meets a half-made one.
     * Doing it again after a failure goes on where it ended. The workspace that was alone until now answered at any host;
     * if it has none of its own it goes on at this machine's own names and at the installation's public address.
     *
     * @param hosts the host names at which it answers, without port; empty only makes sense for the first workspace
     * @throws io.kontor.kernel.KontorException {@link WorkspacesError#EXISTS}, {@link WorkspacesError#HOST_TAKEN} or
     *     {@link WorkspacesError#HOST_INVALID}
     */
    void create(WorkspaceId id, Set<String> hosts);

    /**
     * Lets a workspace answer at more hosts; one that it has already stays.
     *
     * @throws io.kontor.kernel.KontorException {@link WorkspacesError#UNKNOWN}, {@link WorkspacesError#HOST_TAKEN} or
     *     {@link WorkspacesError#HOST_INVALID}; then none is added
     */
    void addHosts(WorkspaceId id, Set<String> hosts);

    /** All workspaces with their hosts, by name. */
    List<Workspace> list();
}
