package io.kontor.connector.internal;

import io.kontor.connector.ShopSession;
import io.kontor.customer.SourceAccountId;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a shop's past in, page by page. How far it came is noted when a page is written, so a process that is killed
 * goes on with the page it was at, and nothing is counted twice.
 */
@Component
public final class ImportJob implements JobHandler {

    static final String JOB = "connector.import";

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

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
        return work.on(new SourceAccountId(saved.account()), account -> {
            ShopSession session = sessions.open(account);
            try (ReadAhead<ImportProgress.Place, Fetched> reader =
                    new ReadAhead<>(place -> fetch(account, session, place))) {
                return new Walk(run, reader).from(saved);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.debug("The import was interrupted; it goes on from its last page", e);
                return JobOutcome.again(clock.instant());
            }
        });
    }

    /**
     * A page that was read and not written yet.
     *
     * @param next where its list goes on
     * @param total how long the list is, where the shop says so
     */
    private record Fetched(
            Optional<String> next, Optional<Long> total, Consumer<Consumer<PageWriter.Written>> writing) {}

    private Fetched fetch(Account account, ShopSession session, ImportProgress.Place place) {
        return switch (place.phase()) {
            case NEWEST_ORDERS, ORDERS -> {
                var page = session.orders(place.cursor());
                yield new Fetched(page.next(), page.total(), note -> pages.orders(account, page, note));
            }
            case CUSTOMERS -> {
                var page = session.customers(place.cursor());
                yield new Fetched(page.next(), page.total(), note -> pages.customers(account, page, note));
            }
            case PRODUCTS -> {
                var page = session.products(Instant.EPOCH, place.cursor());
                yield new Fetched(page.next(), page.total(), note -> pages.products(account, page, note));
            }
            case DONE -> throw new IllegalStateException("The import is over");
        };
    }

    /** From page to page; the next one is read while one is written. */
    private final class Walk {
        private final JobRun run;
        private final ReadAhead<ImportProgress.Place, Fetched> reader;

        Walk(JobRun run, ReadAhead<ImportProgress.Place, Fetched> reader) {
            this.run = run;
            this.reader = reader;
        }

        JobOutcome from(ImportProgress saved) throws InterruptedException {
            ImportProgress progress = saved;
            while (!progress.ended() && !run.stopping()) {
                Fetched page = reader.take(progress.place());
                ImportProgress.Place next = progress.placeAfter(page.next());
                if (next.phase() != ImportProgress.Phase.DONE) {
                    reader.begin(next);
                }
                progress = write(page, progress);
            }
            return progress.ended() ? JobOutcome.done() : JobOutcome.again(clock.instant());
        }

        private ImportProgress write(Fetched page, ImportProgress before) {
            AtomicReference<ImportProgress> after = new AtomicReference<>(before);
            page.writing().accept(written -> {
                Instant now = clock.instant();
                ImportProgress noted = before.after(
                        before.tally().plus(page.total(), written.done(), written.failed()), page.next(), now);
                run.checkpoint(noted);
                progresses.save(noted, now);
                work.hint(new SourceAccountId(noted.account()), noted.phase() != before.phase());
                after.set(noted);
            });
            return after.get();
        }
    }
}
