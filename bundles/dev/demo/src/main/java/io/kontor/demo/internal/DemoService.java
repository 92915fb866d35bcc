package io.kontor.demo.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.DemoRemovals;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sample data as people see it: whether it is there, and its removal. */
@Component(service = DemoService.class)
public final class DemoService {

    private final DemoStore store;
    private final DemoRemovals removals;
    private final Transactions transactions;
    private final Jobs jobs;
    private final AuditLog audit;
    private final WorkspaceContext workspaces;
    private final Clock clock;

    /**
     * Where the sample data of the workspace stands.
     *
     * @param phase empty where there is none
     * @param parts what each module has removed, while it is being removed
     */
    record Standing(Optional<KeptShop.Phase> phase, List<DemoRemovals.Part> parts) {}

    @Activate
    public DemoService(
            @Reference DemoStore store,
            @Reference DemoRemovals removals,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference AuditLog audit,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.store = store;
        this.removals = removals;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Standing standing() {
        Optional<KeptShop> kept = store.find();
        List<DemoRemovals.Part> parts = kept.filter(shop -> shop.phase() == KeptShop.Phase.REMOVING)
                .flatMap(KeptShop::account)
                .map(removals::parts)
                .orElseGet(List::of);
        return new Standing(kept.map(KeptShop::phase), parts);
    }

    /**
     * Begins to remove; where there is nothing to remove or the removal is under way, nothing changes.
     *
     * @throws KontorException {@link DemoError#WALKING}
     */
    Standing remove() {
        transactions.run(() -> {
            if (store.find()
                    .filter(shop -> shop.phase() == KeptShop.Phase.WALKING)
                    .isPresent()) {
                throw new KontorException(DemoError.WALKING);
            }
            if (store.beginRemoval()) {
                jobs.plan(RemovalJob.JOB, RemovalJob.KEY, clock.instant(), RemovalJob.Work.fresh());
                audit.record(
                        "demo.removal-begun",
                        new Ref(
                                "workspace",
                                UUID.nameUUIDFromBytes(
                                        workspaces.current().value().getBytes(StandardCharsets.UTF_8))),
                        Map.of(),
                        Map.of());
            }
        });
        return standing();
    }
}
