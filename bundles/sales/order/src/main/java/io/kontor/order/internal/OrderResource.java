package io.kontor.order.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.order.OrderId;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.PageJson;
import io.kontor.rest.PageQuery;
import io.kontor.rest.RestResource;
import io.kontor.rest.Versioned;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders over HTTP. */
@RestResource
@Component(service = OrderResource.class)
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
public final class OrderResource {
    private final OrderReading reading;

    @Activate
    public OrderResource(@Reference OrderReading reading) {
        this.reading = reading;
    }

    /** Newest first; with {@code q}, the beginning of a number, sorted by number. */
    @GET
    @RequiresPermission(OrderModule.READ)
    public PageJson<OrderJson> list(@BeanParam OrderQuery query, @BeanParam PageQuery page) {
        return PageJson.of(reading.page(query.filter(reading::sameAs), page.request()), OrderJson::of);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(OrderModule.READ)
    public Versioned<OrderDetailJson> get(@PathParam("id") UUID id) {
        OrderReading.Detail detail = reading.detail(new OrderId(id));
        return new Versioned<>(OrderDetailJson.of(detail), detail.kept().order().version());
    }

    /** The channel's document as a download; never shown inside the page. */
    @GET
    @Path("/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RequiresPermission(OrderModule.ORIGINAL)
    @AnswersWith(status = 200, body = byte[].class, headers = HttpHeaders.CONTENT_DISPOSITION)
    public Response original(@PathParam("id") UUID id) {
        return Response.ok(reading.original(new OrderId(id)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"order-" + id + ".json\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
