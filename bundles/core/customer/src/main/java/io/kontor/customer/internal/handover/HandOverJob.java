package io.kontor.customer.internal.handover;

import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives the customers of who left to the heir, some in each transaction. A while later it looks once more, for those that
 * came while a shop still named the former owner.
 */
@Component
public final class HandOverJob implements JobHandler {

    static final String JOB = "customer.hand-over";
    static final Duration LATER = Duration.ofMinutes(1);

    private static final int AT_ONCE = 50;

    /**
     * The job's data.
     *
     * @param user who left
     * @param heir who takes over; the proprietor instead, should the heir have left as well
     * @param last whether this is the second look
     */
    public record HandOver(UserId user, UserId heir, boolean last) {}

    private final OwnedCustomerStore owned;
    private final Customers customers;
    private final Users users;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public HandOverJob(
            @Reference OwnedCustomerStore owned,
            @Reference Customers customers,
            @Reference Users users,
            @Reference Transactions transactions,
            @Reference Clock clock) {
        this.owned = owned;
        this.customers = customers;
        this.users = users;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        HandOver wanted = run.data(HandOver.class);
        if (users.find(wanted.user()).filter(User::active).isPresent()) {
            return JobOutcome.done(); // came back
        }
        UserId heir = users.responsible(wanted.heir());
        if (!run.inPortions(() -> transactions.call(() -> some(wanted.user(), heir)))) {
            return JobOutcome.again(clock.instant());
        }
        transactions.run(() -> {
            owned.assignMerged(wanted.user(), heir);
            run.checkpoint(new HandOver(wanted.user(), heir, true));
        });
        return wanted.last()
                ? JobOutcome.done()
                : JobOutcome.again(clock.instant().plus(LATER));
    }

    /** @return whether there may be more */
    private boolean some(UserId user, UserId heir) {
        List<CustomerId> next = owned.some(user, AT_ONCE);
        next.forEach(customer -> customers.assign(customer, heir));
        return next.size() == AT_ONCE;
    }
}
