package io.kontor.kernel.internal;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.slf4j.MDC;

/** Binds the workspace to the thread, and its name to the thread's log lines. */
@Component
public final class ThreadWorkspaceContext implements WorkspaceContext {

    private static final String LOG_KEY = "workspace";

    private final ThreadLocal<@Nullable WorkspaceId> bound = new ThreadLocal<>();

    @Override
    public <T> T call(WorkspaceId workspace, Supplier<T> work) {
        WorkspaceId former = bound.get();
        bind(workspace);
        try {
            return work.get();
        } finally {
            bind(former);
        }
    }

    @Override
    public Optional<WorkspaceId> bound() {
        return Optional.ofNullable(bound.get());
    }

    private void bind(@Nullable WorkspaceId workspace) {
        if (workspace == null) {
            bound.remove();
            MDC.remove(LOG_KEY);
        } else {
            bound.set(workspace);
            MDC.put(LOG_KEY, workspace.value());
        }
    }
}
