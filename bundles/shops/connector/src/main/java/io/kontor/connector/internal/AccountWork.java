package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorEvent;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import io.kontor.jobs.JobOutcome;
import io.kontor.kernel.KontorException;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the jobs of an account have in common: it must be active, its failures are shown, the page is told. */
@Component(service = AccountWork.class)
public final class AccountWork {

    private static final Duration HINT_PAUSE = Duration.ofSeconds(1);
    /** A connector that is just being started or replaced is soon back. */
    private static final Duration CONNECTOR_AWAY = Duration.ofSeconds(1);

    private final AccountStore accounts;
    private final Transactions transactions;
    private final Events events;
    private final Clock clock;
    private final Map<SourceAccountId, Instant> hinted = new ConcurrentHashMap<>();

    @Activate
    public AccountWork(
            @Reference AccountStore accounts,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Works on an active account. A shop that asks for a pause gets it; work for a kind whose connector is away waits for
     * it; other failures are shown and come again.
     */
    JobOutcome on(SourceAccountId id, Function<Account, JobOutcome> work) {
        Optional<Account> active = accounts.find(id).filter(account -> account.status() == Account.Status.ACTIVE);
        if (active.isEmpty()) {
            return JobOutcome.done();
        }
        try {
            JobOutcome outcome = work.apply(active.get());
            recovered(id);
            return outcome;
        } catch (KontorException e) {
            if (e.error() == ConnectorError.KIND_UNKNOWN) {
                return JobOutcome.again(clock.instant().plus(CONNECTOR_AWAY));
            }
            failed(id, e);
            if (e.error() == ConnectorError.LIMITED && e.arguments().get("seconds") instanceof Number seconds) {
                return JobOutcome.again(clock.instant().plusSeconds(seconds.longValue()));
            }
            throw e;
        }
    }

    private void failed(SourceAccountId id, KontorException failure) {
        transactions.run(() -> {
            accounts.failed(id, new Account.Failure(String.valueOf(failure.getMessage()), clock.instant()));
            events.publish(new ConnectorEvent.ProgressChanged(id));
        });
    }

    private void recovered(SourceAccountId id) {
        transactions.run(() -> {
            if (accounts.recovered(id)) {
                events.publish(new ConnectorEvent.ProgressChanged(id));
            }
        });
    }

    /** Tells the page that something of the account has changed. */
    void tell(SourceAccountId id) {
        transactions.run(() -> hint(id, true));
    }

    /** Tells the page, at most about once a second. Joins the current transaction. */
    void hint(SourceAccountId id, boolean anyway) {
        Instant now = clock.instant();
        Instant last = hinted.get(id);
        if (anyway || last == null || Duration.between(last, now).abs().compareTo(HINT_PAUSE) >= 0) {
            hinted.put(id, now);
            events.publish(new ConnectorEvent.ProgressChanged(id));
        }
    }
}
