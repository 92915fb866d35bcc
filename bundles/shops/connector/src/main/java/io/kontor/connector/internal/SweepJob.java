package io.kontor.connector.internal;

import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopProduct;
import io.kontor.connector.ShopSession;
import io.kontor.customer.SourceAccountId;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes sure that nothing was missed: asks for what was changed since the last time, with an overlap, because the shop's
 * dates have seconds only and its writes become visible late. The mark moves when every record of the walk was taken over
 * or set aside, never past what the shop has told.
 */
@Component(configurationPid = ConnectorConfig.PID)
public final class SweepJob implements JobHandler {

    static final String JOB = "connector.sweep";

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration CUSTOMERS_EVERY = Duration.ofHours(6);

    private final AccountWork work;
    private final ShopSessions sessions;
    private final PageWriter pages;
    private final ProgressStore progresses;
    private final ShopReach reach;
    private final Clock clock;
    private final Settings settings;
    private final Duration fast;

    /** Which account. */
    record Plan(UUID account) {}

    @Activate
    public SweepJob(
            @Reference AccountWork work,
            @Reference ShopSessions sessions,
            @Reference PageWriter pages,
            @Reference ProgressStore progresses,
            @Reference ShopReach reach,
            @Reference Settings settings,
            @Reference Clock clock,
            ConnectorConfig config) {
        this.work = work;
        this.sessions = sessions;
        this.pages = pages;
        this.progresses = progresses;
        this.reach = reach;
        this.settings = settings;
        this.clock = clock;
        this.fast = Duration.ofSeconds(config.sweepSeconds());
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        SourceAccountId id = new SourceAccountId(run.data(Plan.class).account());
        return work.on(id, account -> {
            ShopSession session = sessions.open(account);
            Account.Reach now = reach.check(account, session);
            Optional<ProgressStore.Sweep> sweep = progresses.sweep(id);
            boolean complete = sweep.isEmpty() || sweep(run, account, session, sweep.get());
            if (complete) {
                progresses.swept(id, clock.instant());
                work.tell(id);
            }
            return JobOutcome.again(complete ? clock.instant().plus(pause(now)) : clock.instant());
        });
    }

    /** Until the shop is asked again. */
    Duration pause(Account.Reach reach) {
        return reach == Account.Reach.WEBHOOKS
                ? Duration.ofMinutes(
                        settings.get("connector", ConnectorSettings.class).checkMinutes())
                : fast;
    }

    /** @return whether it came to the end */
    private boolean sweep(JobRun run, Account account, ShopSession session, ProgressStore.Sweep sweep) {
        return orders(run, account, session, sweep.ordersUntil())
                && products(run, account, session, sweep.productsUntil())
                && customers(run, account, session, sweep.customersWalkedAt());
    }

    private boolean orders(JobRun run, Account account, ShopSession session, Instant until) {
        Instant since = until.minus(OVERLAP);
        Mark mark = new Mark(until);
        return walk(run, cursor -> session.ordersChanged(since, cursor), page -> {
            Instant reached = mark.after(page, ShopOrder::changedAt);
            pages.orders(account, page, atTheEnd(page, () -> progresses.ordersUntil(account.id(), reached)));
        });
    }

    private boolean products(JobRun run, Account account, ShopSession session, Instant until) {
        Instant since = until.minus(OVERLAP);
        Mark mark = new Mark(until);
        return walk(run, cursor -> session.products(since, cursor), page -> {
            Instant reached = mark.after(page, ShopProduct::changedAt);
            pages.products(account, page, atTheEnd(page, () -> progresses.productsUntil(account.id(), reached)));
        });
    }

    private boolean customers(JobRun run, Account account, ShopSession session, Optional<Instant> walkedAt) {
        Instant due = walkedAt.map(at -> at.plus(CUSTOMERS_EVERY)).orElse(Instant.MIN);
        if (clock.instant().isBefore(due) || isImporting(account)) {
            return true;
        }
        return walk(
                run,
                session::customers,
                page -> pages.customers(
                        account,
                        page,
                        atTheEnd(page, () -> progresses.customersWalked(account.id(), clock.instant()))));
    }

    /** From page to page. Says whether it came to the end. */
    private static <T> boolean walk(
            JobRun run, Function<Optional<String>, ShopPage<T>> reading, Consumer<ShopPage<T>> writing) {
        Optional<String> cursor = Optional.empty();
        do {
            ShopPage<T> page = reading.apply(cursor);
            writing.accept(page);
            cursor = page.next();
        } while (cursor.isPresent() && !run.stopping());
        return cursor.isEmpty();
    }

    /** Notes something together with what was written of the last page. */
    private static Consumer<PageWriter.Written> atTheEnd(ShopPage<?> page, Runnable note) {
        return written -> {
            if (page.next().isEmpty()) {
                note.run();
            }
        };
    }

    /** When the latest record of a walk was changed. */
    private final class Mark {
        private Instant latest;

        Mark(Instant until) {
            this.latest = until;
        }

        <T> Instant after(ShopPage<T> page, Function<T, Instant> changedAt) {
            page.items().forEach(item -> latest = later(changedAt.apply(item)));
            return latest;
        }

        /** A record dated in the future must not take the mark past what others will be dated. */
        private Instant later(Instant changedAt) {
            return changedAt.isAfter(latest) && !changedAt.isAfter(clock.instant()) ? changedAt : latest;
        }
    }

    private boolean isImporting(Account account) {
        return progresses
                .find(account.id())
                .filter(progress -> !progress.ended())
                .isPresent();
    }
}
