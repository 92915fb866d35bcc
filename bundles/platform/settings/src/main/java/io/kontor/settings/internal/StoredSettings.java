package io.kontor.settings.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.events.Events;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.Secrets;
import io.kontor.settings.Settings;
import io.kontor.settings.SettingsEvent;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers each record that was read for a few seconds: that is how long another node may go on with the former value
 * if it does not hear of the change; this node forgets it when it changes.
 */
@Component(service = {Settings.class, StoredSettings.class})
public final class StoredSettings implements Settings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Key(WorkspaceId workspace, String module) {}

    private record Remembered(Record value, Instant until) {}

    private final SettingsStore store;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final Events events;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Activate
    public StoredSettings(
            @Reference SettingsStore store,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference Events events,
            @Reference Secrets secrets,
            @Reference Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.events = events;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public <T extends Record> T get(String module, Class<T> type) {
        Key key = new Key(workspaces.current(), module);
        Remembered known = remembered.get(key);
        if (known != null && type.isInstance(known.value()) && clock.instant().isBefore(known.until())) {
            return type.cast(known.value());
        }
        long before = changes.get();
        T value = shape(module).record(type, store.find(module).fields());
        // A change that committed while we read must not be hidden by what we read before it.
        if (before == changes.get()) {
            remembered.put(key, new Remembered(value, clock.instant().plus(REMEMBERED)));
        }
        return value;
    }

    @Override
    public void put(String module, Record value) {
        ObjectNode fields = shape(module).stored(value);
        transactions.run(() -> write(module, fields));
    }

    /** Replaces what is stored; part of the current transaction. */
    void write(String module, ObjectNode fields) {
        Key key = new Key(workspaces.current(), module);
        store.save(module, fields, clock.instant());
        events.publish(new SettingsEvent.Changed(module));
        transactions.afterCommit(() -> {
            changes.incrementAndGet();
            remembered.remove(key);
        });
    }

    RecordShape shape(String module) {
        return new RecordShape(module, secrets);
    }

    /** Another node, or this one, changed the settings that the id stands for. */
    void forget(WorkspaceId workspace, UUID settings) {
        changes.incrementAndGet();
        remembered
                .keySet()
                .removeIf(key -> key.workspace().equals(workspace)
                        && SettingsEvent.of(key.module()).id().equals(settings));
    }

    /** A module left: its classes must not stay in memory. */
    void forget(String module) {
        remembered.keySet().removeIf(key -> key.module().equals(module));
    }
}
