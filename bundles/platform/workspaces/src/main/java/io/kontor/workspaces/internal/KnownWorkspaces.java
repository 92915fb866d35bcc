package io.kontor.workspaces.internal;

import io.kontor.kernel.WorkspaceId;
import io.kontor.store.StoreException;
import io.kontor.workspaces.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the list that is read anew after a few seconds; while the database does not answer, the old one stays. */
final class KnownWorkspaces {

    private static final Logger LOG = LoggerFactory.getLogger(KnownWorkspaces.class);
    private static final long AGE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Supplier<List<Workspace>> source;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

    KnownWorkspaces(Supplier<List<Workspace>> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** The list at one moment. */
    record Snapshot(long readAt, Set<WorkspaceId> ids, Map<String, WorkspaceId> hosts) {

        static Snapshot of(long readAt, List<Workspace> workspaces) {
            Map<String, WorkspaceId> hosts = new HashMap<>();
            workspaces.forEach(workspace -> workspace.hosts().forEach(host -> hosts.put(host, workspace.id())));
            return new Snapshot(
                    readAt,
                    workspaces.stream().map(Workspace::id).collect(Collectors.toUnmodifiableSet()),
                    Map.copyOf(hosts));
        }

        /** The owner of the host, or the only workspace there is. */
        Optional<WorkspaceId> byHost(String host) {
            WorkspaceId owner = hosts.get(host);
            if (owner != null) {
                return Optional.of(owner);
            }
            return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
        }

        Set<String> hosts(WorkspaceId owner) {
            return hosts.entrySet().stream()
                    .filter(host -> host.getValue().equals(owner))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    Snapshot current() {
        Snapshot present = snapshot.get();
        long now = nanos.getAsLong();
        return present != null && now - present.readAt() < AGE_NANOS ? present : refreshed(present, now);
    }

    private synchronized Snapshot refreshed(@Nullable Snapshot stale, long now) {
        Snapshot present = snapshot.get();
        if (present != null && present != stale) {
            return present;
        }
        try {
            Snapshot fresh = Snapshot.of(now, source.get());
            snapshot.set(fresh);
            return fresh;
        } catch (StoreException e) {
            if (present == null) {
                throw e;
            }
            LOG.warn("The workspaces could not be read again; going on with those known", e);
            return present;
        }
    }

    void forget() {
        snapshot.set(null);
    }
}
