package io.kontor.settings.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.Settings;
import io.kontor.settings.SettingsError;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Settings as JSON, one row per module. What was read is remembered for a few seconds, which is how long another node
 * may go on with the former value; this node forgets it when it changes.
 */
@Component(service = Settings.class)
public final class StoredSettings implements Settings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Key(WorkspaceId workspace, String module) {}

    private record Remembered(Record value, Instant until) {}

    private final Store store;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final Clock clock;
    private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Activate
    public StoredSettings(
            @Reference(target = "(unit=settings)") Store store,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.workspaces = workspaces;
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
        T value = read(module, type);
        // A change that committed while we read must not be hidden by what we read before it.
        if (before == changes.get()) {
            remembered.put(key, new Remembered(value, clock.instant().plus(REMEMBERED)));
        }
        return value;
    }

    @Override
    public void put(String module, Record value) {
        Key key = new Key(workspaces.current(), module);
        String json = write(value);
        transactions.run(() -> {
            store.sql().update("""
                            insert into settings_value (module, value, version, changed_at) values (?, ?, 1, ?)
                            on duplicate key update
                              value = values(value), version = version + 1, changed_at = values(changed_at)
                            """, module, json, clock.instant());
            transactions.afterCommit(() -> {
                changes.incrementAndGet();
                remembered.remove(key);
            });
        });
    }

    private <T extends Record> T read(String module, Class<T> type) {
        Optional<String> stored = store.sql()
                .one("select value from settings_value where module = ?", row -> row.string("value"), module);
        T defaults = defaults(type);
        if (stored.isEmpty()) {
            return defaults;
        }
        // A mapper remembers classes; one that is used up here keeps no module that is gone in memory.
        JsonMapper mapper = Json.mapper();
        try {
            ObjectNode merged = mapper.valueToTree(defaults);
            JsonNode given = mapper.readTree(stored.get());
            given.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
            return mapper.treeToValue(merged, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new KontorException(SettingsError.VALUE_UNREADABLE, Map.of("module", module), e);
        }
    }

    private static String write(Record value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " is not writable as JSON", e);
        }
    }

    private static <T> T defaults(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " needs a no-argument constructor with its defaults", e);
        }
    }
}
