package io.kontor.demo.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAccounts;
import io.kontor.customer.DemoDataRemoved;
import io.kontor.customer.DemoRemovals;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes the sample data of a workspace: lets the shop go so that nothing comes from it any more, tells all modules, and
 * waits until each has deleted what it had. Each step may be repeated, so a run that was killed goes on where it was.
 */
@Component
public final class RemovalJob implements JobHandler {

    static final String JOB = "demo.removal";
    static final String KEY = "demo";

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final DemoStore store;
    private final DemoShops shops;
    private final ProductOffice office;
    private final ShopAccounts accounts;
    private final DemoRemovals removals;
    private final Events events;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final Clock clock;

    /** @param told whether the modules were told */
    record Work(boolean told) {
        static Work fresh() {
            return new Work(false);
        }
    }

    @Activate
    public RemovalJob(
            @Reference DemoStore store,
            @Reference DemoShops shops,
            @Reference ProductOffice office,
            @Reference ShopAccounts accounts,
            @Reference DemoRemovals removals,
            @Reference Events events,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.store = store;
        this.shops = shops;
        this.office = office;
        this.accounts = accounts;
        this.removals = removals;
        this.events = events;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        Optional<KeptShop> kept = store.find().filter(shop -> shop.phase() == KeptShop.Phase.REMOVING);
        if (kept.isEmpty()) {
            return JobOutcome.done();
        }
        Optional<SourceAccountId> account = kept.get().account();
        if (account.isEmpty()) {
            shops.close(workspaces.current());
            store.delete();
            return JobOutcome.done();
        }
        if (!run.data(Work.class).told()) {
            letGo(account.get());
            transactions.run(() -> {
                events.publish(new DemoDataRemoved(account.get()));
                run.checkpoint(new Work(true));
            });
        }
        return finish(account.get())
                ? JobOutcome.done()
                : JobOutcome.again(clock.instant().plus(GLANCE));
    }

    private void letGo(SourceAccountId account) {
        try {
            accounts.disconnect(account);
        } catch (KontorException e) {
            if (e.error() != ConnectorError.ACCOUNT_UNKNOWN) {
                throw e;
            }
        }
        shops.close(workspaces.current());
        office.settle();
    }

    private boolean finish(SourceAccountId account) {
        return transactions.call(() -> {
            boolean done = removals.parts(account).stream().allMatch(DemoRemovals.Part::done);
            if (done) {
                removals.forget(account);
                store.delete();
            }
            return done;
        });
    }
}
