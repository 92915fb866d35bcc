package io.kontor.settings.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.settings.SettingsError;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of settings, one per module: what was set, as JSON; secrets are sealed. */
@Component(service = SettingsStore.class)
public final class SettingsStore {

    /**
     * What is stored of a module.
     *
     * @param version grows with every change; 0 where nothing was ever set
     */
    record Kept(ObjectNode fields, long version) {}

    private final Sql sql;
    // Only of JSON trees; it never sees a module's class, so it keeps no module in memory.
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public SettingsStore(@Reference(target = "(unit=settings)") Store store) {
        this.sql = store.sql();
    }

    Kept find(String module) {
        return kept(
                module,
                sql.one(
                        "select value, version from settings_value where module = ?",
                        row -> Map.entry(row.string("value"), row.number("version")),
                        module));
    }

    /** As {@link #find}, and nobody else changes it until the end of the transaction. */
    Kept lock(String module, Instant now) {
        sql.update(
                "insert ignore into settings_value (module, value, version, changed_at) values (?, '{}', 0, ?)",
                module,
                now);
        return kept(
                module,
                sql.one(
                        "select value, version from settings_value where module = ? for update",
                        row -> Map.entry(row.string("value"), row.number("version")),
                        module));
    }

    void save(String module, ObjectNode fields, Instant now) {
        sql.update("""
                insert into settings_value (module, value, version, changed_at) values (?, ?, 1, ?)
                on duplicate key update
                  value = values(value), version = version + 1, changed_at = values(changed_at)
                """, module, fields.toString(), now);
    }

    private Kept kept(String module, Optional<Map.Entry<String, Long>> row) {
        if (row.isEmpty()) {
            return new Kept(mapper.createObjectNode(), 0);
        }
        try {
            JsonNode value = mapper.readTree(row.get().getKey());
            if (value instanceof ObjectNode fields) {
                return new Kept(fields, row.get().getValue());
            }
        } catch (JsonProcessingException e) {
            throw new KontorException(SettingsError.VALUE_UNREADABLE, Map.of("module", module), e);
        }
        throw new KontorException(SettingsError.VALUE_UNREADABLE, Map.of("module", module));
    }
}
