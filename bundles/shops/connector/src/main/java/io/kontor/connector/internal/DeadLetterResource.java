package io.kontor.connector.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.SourceAccountId;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import io.kontor.rest.TalksOutside;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents that were set aside, over HTTP. */
@RestResource
@Component(service = DeadLetterResource.class)
@Path("/accounts/{account}/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLetterResource {

    private final DeadLetterService letters;

    @Activate
    public DeadLetterResource(@Reference DeadLetterService letters) {
        this.letters = letters;
    }

    /** Latest failure first. */
    @GET
    @RequiresPermission(ConnectorModule.READ)
    public PageJson<DeadLetterJson> list(@PathParam("account") UUID account, @BeanParam PageQuery page) {
        return PageJson.of(letters.page(new SourceAccountId(account), page.request()), DeadLetterJson::of);
    }

    @POST
    @Path("/{id}/retry")
    @TalksOutside
    @RequiresPermission(ConnectorModule.MANAGE)
    public void retry(@PathParam("account") UUID account, @PathParam("id") UUID id) {
        letters.retry(new SourceAccountId(account), id);
    }

    @POST
    @Path("/{id}/discard")
    @RequiresPermission(ConnectorModule.MANAGE)
    public void discard(@PathParam("account") UUID account, @PathParam("id") UUID id) {
        letters.discard(new SourceAccountId(account), id);
    }

    /** Takes back a discard. */
    @POST
    @Path("/{id}/restore")
    @RequiresPermission(ConnectorModule.MANAGE)
    public void restore(@PathParam("account") UUID account, @PathParam("id") UUID id) {
        letters.restore(new SourceAccountId(account), id);
    }
}
