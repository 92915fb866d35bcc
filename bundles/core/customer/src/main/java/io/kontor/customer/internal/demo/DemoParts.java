package io.kontor.customer.internal.demo;

import io.kontor.customer.DemoData;
import io.kontor.events.EventConsumer;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.Jobs;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The modules that have sample data and are here now; each has a subscription and a job, which wait while it is away. */
@Component(service = DemoParts.class, immediate = true)
public final class DemoParts {

    private static final String[] ROLES = {EventConsumer.class.getName(), JobHandler.class.getName()};

    private final Map<DemoData, ServiceRegistration<?>> parts = new ConcurrentHashMap<>();
    private final DemoRemovalStore removals;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;
    private final BundleContext context;

    @Activate
    public DemoParts(
            @Reference DemoRemovalStore removals,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference Clock clock,
            BundleContext context) {
        this.removals = removals;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
        this.context = context;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(DemoData data) {
        DemoPart part = new DemoPart(data, removals, transactions, jobs, clock);
        parts.put(data, context.registerService(ROLES, part, null));
    }

    /** Returns when the part has ended what it was at, or has been given the time for it. */
    void unbind(DemoData data) {
        ServiceRegistration<?> part = parts.remove(data);
        if (part != null) {
            part.unregister();
        }
    }

    @Deactivate
    void deactivate() {
        parts.keySet().forEach(this::unbind);
    }
}
