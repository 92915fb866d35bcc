package io.kontor.catalog.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.DemoDataRemoved;
import io.kontor.customer.DemoRemovals;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Json;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes the listings of a demo, some in each transaction, and the products that nothing else lists. */
@Component
public final class DemoData implements EventConsumer, JobHandler {
    static final String JOB = "catalog.demo-data";

    private static final int PORTION = 50;

    private final DemoRows rows;
    private final DemoRemovals removals;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;
    private final ObjectMapper mapper = Json.mapper();

    /** Whose rows go. */
    record Work(UUID account) {}

    @Activate
    public DemoData(
            @Reference DemoRows rows,
            @Reference DemoRemovals removals,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        this.rows = rows;
        this.removals = removals;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String subscription() {
        return "catalog" + DemoRemovals.SUBSCRIPTION;
    }

    @Override
    public Set<String> events() {
        return Set.of(DemoDataRemoved.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        UUID account = event.as(DemoDataRemoved.class, mapper).account().value();
        jobs.plan(JOB, account.toString(), clock.instant(), new Work(account));
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        SourceAccountId account = new SourceAccountId(run.data(Work.class).account());
        boolean more = true;
        while (more && !run.stopping()) {
            more = transactions.call(() -> some(run, account));
        }
        return more ? JobOutcome.again(clock.instant()) : JobOutcome.done();
    }

    /** @return whether there may be more */
    private boolean some(JobRun run, SourceAccountId account) {
        int removed = rows.remove(account, PORTION);
        removals.report(account, "catalog", removed, removed == 0);
        run.checkpoint(new Work(account.value()));
        return removed > 0;
    }
}
