package io.kontor.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The workspace that the current thread works for. It is bound at the doors (HTTP filter, job runner, event consumer)
 * and read by the store; business code never mentions it. An OSGi service.
 */
public interface WorkspaceContext {

    /** Does the work with the workspace bound, and restores the former binding afterwards. */
    <T> T call(WorkspaceId workspace, Supplier<T> work);

    /** As {@link #call}, for work without a result. */
    default void run(WorkspaceId workspace, Runnable work) {
        call(workspace, () -> {
            work.run();
            return true;
        });
    }

    /** The bound workspace, if any. */
    Optional<WorkspaceId> bound();

    /**
     * The bound workspace.
     *
     * @throws KontorException {@link KernelError#WORKSPACE_UNBOUND}: an unbound thread is an error, never a default
     */
    default WorkspaceId current() {
        return bound().orElseThrow(() -> new KontorException(KernelError.WORKSPACE_UNBOUND));
    }
}
