package io.kontor.customer.internal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.DemoData;
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
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Deletes what one module has of a demo, some in each transaction. */
final class DemoPart implements EventConsumer, JobHandler {

    /** Customers go once the others are done: what is left of one then came from elsewhere, and such a customer stays. */
    private static final String LAST = "customer";

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DemoData data;
    private final DemoRemovalStore removals;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;
    private final ObjectMapper mapper = Json.mapper();

    /** Whose rows go. */
    record Work(UUID account) {}

    DemoPart(DemoData data, DemoRemovalStore removals, Transactions transactions, Jobs jobs, Clock clock) {
        this.data = data;
        this.removals = removals;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String subscription() {
        return data.module() + DemoRemovals.SUBSCRIPTION;
    }

    @Override
    public Set<String> events() {
        return Set.of(DemoDataRemoved.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        UUID account = event.as(DemoDataRemoved.class, mapper).account().value();
        jobs.plan(job(), account.toString(), clock.instant(), new Work(account));
    }

    @Override
    public String job() {
        return data.module() + DemoRemovals.SUBSCRIPTION;
    }

    @Override
    public JobOutcome run(JobRun run) {
        SourceAccountId account = new SourceAccountId(run.data(Work.class).account());
        if (!mayBegin(account)) {
            return JobOutcome.again(clock.instant().plus(PAUSE));
        }
        return run.inPortions(() -> transactions.call(() -> some(run, account)))
                ? JobOutcome.done()
                : JobOutcome.again(clock.instant());
    }

    private boolean mayBegin(SourceAccountId account) {
        return !data.module().equals(LAST)
                || removals.parts(account).stream()
                        .allMatch(part -> part.done() || part.module().equals(LAST));
    }

    /** @return whether there may be more */
    private boolean some(JobRun run, SourceAccountId account) {
        int removed = data.removeSome(account);
        removals.report(account, data.module(), removed);
        run.checkpoint(new Work(account.value()));
        return removed > 0;
    }
}
