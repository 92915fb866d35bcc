package io.kontor.access.internal.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.kontor.access.RequiresPermission;
import io.kontor.access.internal.AccessModule;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who did what, newest first; of one record where it is named. */
@RestResource
@Component(service = AuditResource.class)
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    /** An entry of the audit log. */
    public record EntryJson(
            UUID id,
            Instant at,
            String actorKind,
            Optional<UUID> actor,
            String actorName,
            String action,
            String subjectType,
            UUID subject,
            @JsonRawValue String before,
            @JsonRawValue String after) {}

    /** Before every identifier of version 7 comes none that is greater than this. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final AuditEntries entries;

    @Activate
    public AuditResource(@Reference AuditEntries entries) {
        this.entries = entries;
    }

    @GET
    @RequiresPermission(AccessModule.AUDIT)
    public PageJson<EntryJson> list(
            @BeanParam PageQuery query,
            @QueryParam("type") @Nullable String type,
            @QueryParam("id") @Nullable UUID id) {
        PageRequest request = query.request();
        UUID before = request.cursor().map(cursor -> cursor.uuid(0)).orElse(LAST);
        List<EntryJson> rows = type == null || id == null
                ? entries.all(before, request.limit() + 1)
                : entries.of(type, id, before, request.limit() + 1);
        return PageJson.of(Page.of(rows, request.limit(), row -> Cursor.of(row.id())), Function.identity());
    }
}
