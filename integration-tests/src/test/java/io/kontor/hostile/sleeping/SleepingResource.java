package io.kontor.hostile.sleeping;

import io.kontor.access.RequiresPermission;
import io.kontor.jobs.Jobs;
import io.kontor.rest.RestResource;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Falls asleep over a request; makes jobs that do. */
@RestResource
@Component(service = SleepingResource.class)
@Path("/naps")
@Produces(MediaType.APPLICATION_JSON)
public final class SleepingResource {
    private static final int JOBS = 200;

    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    /** How many were made, or slept. */
    public record NapsJson(int naps) {}

    @Activate
    public SleepingResource(@Reference Jobs jobs, @Reference Transactions transactions, @Reference Clock clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GET
    @RequiresPermission(SleepingModule.READ)
    public NapsJson sleep() {
        SleepingModule.sleep();
        return new NapsJson(1);
    }

    @POST
    @RequiresPermission(SleepingModule.READ)
    public NapsJson plan() {
        transactions.run(() -> {
            for (int i = 0; i < JOBS; i++) {
                jobs.plan(SleepingJob.NAME, UUID.randomUUID().toString(), clock.instant(), Map.of());
            }
        });
        return new NapsJson(JOBS);
    }
}
