package io.kontor.connector.internal;

import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopSession;
import io.kontor.customer.SourceAccountId;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings a shop's past in, page by page. Each page is written together with how far it came, so a process that is killed
 * goes on with the next page, and nothing is counted twice.
 */
@Component
public final class ImportJob implements JobHandler {

    static final String JOB = "connector.import";

    private final AccountWork work;
    private final ShopSessions sessions;
    private final PageWriter pages;
    private final ProgressStore progresses;
    private final Clock clock;

    @Activate
    public ImportJob(
            @Reference AccountWork work,
            @Reference ShopSessions sessions,
            @Reference PageWriter pages,
            @Reference ProgressStore progresses,
            @Reference Clock clock) {
        this.work = work;
        this.sessions = sessions;
        this.pages = pages;
        this.progresses = progresses;
        this.clock = clock;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        ImportProgress saved = run.data(ImportProgress.class);
        SourceAccountId id = new SourceAccountId(saved.account());
        return work.on(id, account -> {
            ShopSession session = sessions.open(account);
            ImportProgress progress = saved;
            while (progress.phase() != ImportProgress.Phase.DONE && !run.stopping()) {
                progress = new Step(run, account, session, progress).take();
            }
            return progress.phase() == ImportProgress.Phase.DONE
                    ? JobOutcome.done()
                    : JobOutcome.again(clock.instant());
        });
    }

    /** One page. */
    private final class Step {
        private final JobRun run;
        private final Account account;
        private final ShopSession session;
        private final ImportProgress before;
        private ImportProgress after;

        Step(JobRun run, Account account, ShopSession session, ImportProgress before) {
            this.run = run;
            this.account = account;
            this.session = session;
            this.before = before;
            this.after = before;
        }

        ImportProgress take() {
            switch (before.phase()) {
                case NEWEST_ORDERS, ORDERS -> {
                    var page = session.orders(before.cursor());
                    pages.orders(account, page, note(page, before.orders()));
                }
                case CUSTOMERS -> {
                    var page = session.customers(before.cursor());
                    pages.customers(account, page, note(page, before.customers()));
                }
                case PRODUCTS -> {
                    var page = session.products(Instant.EPOCH, before.cursor());
                    pages.products(account, page, note(page, before.products()));
                }
                case DONE -> throw new IllegalStateException("The import is over");
            }
            return after;
        }

        private Consumer<PageWriter.Written> note(ShopPage<?> page, ImportProgress.Tally tally) {
            return written -> {
                Instant now = clock.instant();
                after = before.after(tally.plus(page.total(), written.done(), written.failed()), page.next(), now);
                run.checkpoint(after);
                progresses.save(after, now);
                work.hint(account.id(), after.phase() != before.phase());
            };
        }
    }
}
