package io.kontor.access.internal.audit;

import io.kontor.store.Row;
import io.kontor.store.Store;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the audit log, newest first. */
@Component(service = AuditEntries.class)
public final class AuditEntries {

    private final Store store;

    @Activate
    public AuditEntries(@Reference(target = "(unit=access)") Store store) {
        this.store = store;
    }

    List<AuditResource.EntryJson> all(UUID before, int limit) {
        return store.sql().list("""
                        select id, at, actor_kind, actor_user, actor_name, action, subject_type, subject_id,
                          before_json, after_json
                        from access_audit where id < ? order by id desc limit ?
                        """, AuditEntries::entry, before, limit);
    }

    /** The entries of one record, older than an entry. */
    public List<AuditResource.EntryJson> of(String type, UUID id, UUID before, int limit) {
        return store.sql().list("""
                        select id, at, actor_kind, actor_user, actor_name, action, subject_type, subject_id,
                          before_json, after_json
                        from access_audit
                        where subject_type = ? and subject_id = ? and id < ? order by id desc limit ?
                        """, AuditEntries::entry, type, id, before, limit);
    }

    private static AuditResource.EntryJson entry(Row row) {
        return new AuditResource.EntryJson(
                row.uuid("id"),
                row.instant("at"),
                row.string("actor_kind"),
                row.optionalUuid("actor_user"),
                row.string("actor_name"),
                row.string("action"),
                row.string("subject_type"),
                row.uuid("subject_id"),
                row.string("before_json"),
                row.string("after_json"));
    }
}
