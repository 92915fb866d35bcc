package io.kontor.order.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums over orders, over HTTP. */
@RestResource
@Component(service = TurnoverResource.class)
@Path("/turnover")
@Produces(MediaType.APPLICATION_JSON)
public final class TurnoverResource {
    private final TurnoverReading reading;

    @Activate
    public TurnoverResource(@Reference TurnoverReading reading) {
        this.reading = reading;
    }

    /** Today and the thirteen days before, per currency. */
    @GET
    @RequiresPermission(OrderModule.READ)
    public TurnoverJson turnover() {
        return TurnoverJson.of(reading.turnover());
    }

    /** Open orders of late whose payment failed. */
    @GET
    @Path("/failed-payments")
    @RequiresPermission(OrderModule.READ)
    public TurnoverJson.FailedJson failedPayments() {
        TurnoverReading.Failed failed = reading.failedPayments();
        return new TurnoverJson.FailedJson(failed.days(), failed.count());
    }
}
