package io.kontor.customer.internal.identity;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Resolution;
import io.kontor.customer.internal.CustomerModule;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Suspected duplicates over HTTP; merging them is a verb of the customer. */
@RestResource
@Component(service = DuplicateResource.class)
@Path("/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public final class DuplicateResource {

    private final SuspicionService suspicions;

    @Activate
    public DuplicateResource(@Reference SuspicionService suspicions) {
        this.suspicions = suspicions;
    }

    /** One of the two. */
    public record CustomerRefJson(UUID id, String name) {}

    /** Two customers who may be the same. */
    public record DuplicateJson(
            UUID id, CustomerRefJson customer, CustomerRefJson other, List<Resolution.Reason> reasons, Instant since) {

        static DuplicateJson of(SuspectedDuplicate pair) {
            return new DuplicateJson(
                    pair.id(),
                    new CustomerRefJson(pair.customer().value(), pair.customerName()),
                    new CustomerRefJson(pair.other().value(), pair.otherName()),
                    pair.reasons(),
                    pair.since());
        }
    }

    /**
     * Newest first.
     *
     * @param customer only the pairs with this customer, on one page
     */
    @GET
    @RequiresPermission(CustomerModule.READ)
    public PageJson<DuplicateJson> list(
            @QueryParam("customer") @Nullable CustomerId customer, @BeanParam PageQuery page) {
        PageRequest request = page.request();
        return PageJson.of(
                customer == null
                        ? suspicions.open(request)
                        : new Page<>(suspicions.with(customer, request.limit()), Optional.empty()),
                DuplicateJson::of);
    }

    /** Says that the two are different. */
    @POST
    @Path("/{id}/dismiss")
    @RequiresPermission(CustomerModule.MERGE)
    public void dismiss(@PathParam("id") UUID id) {
        suspicions.dismiss(id);
    }

    /** Takes back a dismissal. */
    @POST
    @Path("/{id}/reopen")
    @RequiresPermission(CustomerModule.MERGE)
    public void reopen(@PathParam("id") UUID id) {
        suspicions.reopen(id);
    }
}
