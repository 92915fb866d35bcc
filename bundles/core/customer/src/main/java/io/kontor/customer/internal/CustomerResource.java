package io.kontor.customer.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.access.Users;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.rest.Created;
import io.kontor.rest.MergePatch;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.Patches;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers over HTTP. */
@RestResource
@Component(service = CustomerResource.class)
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerResource {

    private final CustomerService customers;
    private final CustomerQueries queries;
    private final Users users;
    private final ActorContext actors;
    private final Clock clock;

    @Activate
    public CustomerResource(
            @Reference CustomerService customers,
            @Reference CustomerQueries queries,
            @Reference Users users,
            @Reference ActorContext actors,
            @Reference Clock clock) {
        this.customers = customers;
        this.queries = queries;
        this.users = users;
        this.actors = actors;
        this.clock = clock;
    }

    /** The other of two customers that are, or were taken for, the same. */
    public record OtherJson(UUID other) {}

    /**
     * A record that was merged into a customer and can be given back.
     *
     * @param name what the record itself is called, or a way to reach it where it has no name
     */
    public record MergedJson(UUID id, String name, Instant mergedAt) {

        static MergedJson of(MergedRecord merged) {
            return new MergedJson(merged.id().value(), merged.name(), merged.mergedAt());
        }
    }

    @GET
    @RequiresPermission(CustomerModule.READ)
    public PageJson<ListingJson> list(@BeanParam CustomerQuery query, @BeanParam PageQuery page) {
        return PageJson.of(queries.page(query.on(page.request())), ListingJson::of);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(CustomerModule.READ)
    public Versioned<CustomerJson> get(@PathParam("id") CustomerId id) {
        return answer(queries.visible(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.WRITE)
    public Created<CustomerJson> register(NewCustomerJson body) {
        UserId self = actors.current().user().orElseGet(users::proprietor);
        CustomerId id = customers.registerByHand(body.newcomer(self, clock.instant()));
        Customer customer = queries.visible(id);
        return Created.at(
                "/api/customer/customers/" + id.value(),
                CustomerJson.of(customer),
                customer.profile().version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RequiresPermission(CustomerModule.WRITE)
    public Versioned<CustomerJson> change(
            @PathParam("id") CustomerId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Patches(CustomerPatch.CustomerPatchJson.class) MergePatch patch) {
        long expected = Versions.expected(ifMatch);
        CustomerPatch change = new CustomerPatch(patch);
        queries.visible(id);
        return answer(customers.change(id, Optional.of(expected), change::apply));
    }

    /** Takes in the other: the customer of the path survives. */
    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.MERGE)
    public Versioned<CustomerJson> merge(@PathParam("id") CustomerId id, OtherJson body) {
        CustomerId other = new CustomerId(body.other());
        queries.visible(id);
        queries.visible(other);
        customers.merge(id, other);
        return answer(queries.visible(id));
    }

    /** What was merged into the customer, the newest first. */
    @GET
    @Path("/{id}/merged")
    @RequiresPermission(CustomerModule.READ)
    public List<MergedJson> merged(@PathParam("id") CustomerId id) {
        return queries.merged(id).stream().map(MergedJson::of).toList();
    }

    /** Gives the other its own record back. */
    @POST
    @Path("/{id}/unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.MERGE)
    public Versioned<CustomerJson> unmerge(@PathParam("id") CustomerId id, OtherJson body) {
        CustomerId other = new CustomerId(body.other());
        if (!queries.visible(id).profile().mergedFrom().contains(other)) {
            throw new KontorException(CustomerError.NOT_MERGED);
        }
        customers.unmerge(other);
        return answer(queries.visible(id));
    }

    private static Versioned<CustomerJson> answer(Customer customer) {
        return new Versioned<>(CustomerJson.of(customer), customer.profile().version());
    }
}
