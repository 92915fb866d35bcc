package io.kontor.store;

import io.kontor.kernel.WorkspaceId;

/** Brings the database of a workspace up to date. An OSGi service, used where workspaces are made. */
public interface WorkspaceMigrations {

    /**
     * Makes the workspace's database if there is none, and runs the migrations of every module that is there. Doing it
     * again changes nothing.
     *
     * @throws StoreException if a migration failed; what ran before stays
     */
    void prepare(WorkspaceId workspace);
}
