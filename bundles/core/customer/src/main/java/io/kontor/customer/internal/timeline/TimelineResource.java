package io.kontor.customer.internal.timeline;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.customer.internal.CustomerModule;
import io.kontor.customer.internal.timeline.TimelineStore.StoredEntry;
import io.kontor.kernel.Ref;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened with a customer, under all of its ids. */
@RestResource
@Component(service = TimelineResource.class)
@Path("/customers/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public final class TimelineResource {

    private final TimelineService timeline;

    @Activate
    public TimelineResource(@Reference TimelineService timeline) {
        this.timeline = timeline;
    }

    /** A pointer to the record that an entry is about. */
    public record RefJson(String type, UUID id) {}

    /** An entry as JSON. */
    public record EntryJson(
            UUID id,
            UUID customer,
            Optional<UUID> contact,
            String source,
            RefJson reference,
            String textKey,
            Map<String, String> parameters,
            String fallback,
            Instant at) {

        static EntryJson of(StoredEntry stored) {
            TimelineEntry entry = stored.entry();
            Ref reference = entry.reference();
            return new EntryJson(
                    stored.id(),
                    entry.customer().value(),
                    entry.contact().map(CustomerId::value),
                    entry.source(),
                    new RefJson(reference.type(), reference.id()),
                    entry.textKey(),
                    entry.parameters(),
                    entry.fallback(),
                    entry.at());
        }
    }

    @GET
    @RequiresPermission(CustomerModule.READ)
    public PageJson<EntryJson> list(@PathParam("id") CustomerId id, @BeanParam PageQuery page) {
        return PageJson.of(timeline.page(id, page.request()), EntryJson::of);
    }
}
