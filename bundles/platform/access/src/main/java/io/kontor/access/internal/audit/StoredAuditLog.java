package io.kontor.access.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.access.AuditLog;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Ref;
import io.kontor.kernel.TypedId;
import io.kontor.store.Store;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes entries with one INSERT on the caller's connection. */
@Component
public final class StoredAuditLog implements AuditLog {

    private static final int LONGEST_NAME = 200;

    private final Store store;
    private final ActorContext actors;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    @Activate
    public StoredAuditLog(
            @Reference(target = "(unit=access)") Store store,
            @Reference ActorContext actors,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.store = store;
        this.actors = actors;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(String action, Ref subject, Map<String, ?> before, Map<String, ?> after) {
        Actor actor = actors.current();
        String name = actor.name();
        store.sql()
                .update(
                        """
                        insert into access_audit
                          (id, at, actor_kind, actor_user, actor_name, action, subject_type, subject_id,
                           before_json, after_json)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        ids.next(),
                        clock.instant(),
                        actor.kind(),
                        actor.user(),
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        action,
                        subject.type(),
                        subject.id(),
                        write(before),
                        write(after));
    }

    private String write(Map<String, ?> fields) {
        if (fields.isEmpty()) {
            return "{}";
        }
        try {
            return json.writeValueAsString(plain(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always JSON", e);
        }
    }

    /** Text, numbers, lists and maps alone: a mapper that met a module's classes would keep them in memory. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.forEach((name, field) -> plain.put(String.valueOf(name), plain(field)));
            return plain;
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(StoredAuditLog::plain).toList();
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof TypedId id) {
            return id.value().toString();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
