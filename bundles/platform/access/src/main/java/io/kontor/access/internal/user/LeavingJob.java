package io.kontor.access.internal.user;

import io.kontor.access.UserEvent;
import io.kontor.events.Events;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the modules that a colleague left, once that is no mistake of a moment. */
@Component
public final class LeavingJob implements JobHandler {

    static final String JOB = "access.leaving";

    /** The job's data. */
    public record Leaving(UserId user, UserId heir) {}

    private final AccountStore accounts;
    private final Events events;
    private final Transactions transactions;

    @Activate
    public LeavingJob(
            @Reference AccountStore accounts, @Reference Events events, @Reference Transactions transactions) {
        this.accounts = accounts;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        Leaving leaving = run.data(Leaving.class);
        transactions.run(() -> accounts.lock(leaving.user())
                .filter(account -> !account.active())
                .ifPresent(gone -> events.publish(new UserEvent.Left(leaving.user(), leaving.heir()))));
        return JobOutcome.done();
    }
}
