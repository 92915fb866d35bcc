package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopRecord;
import io.kontor.connector.ShopResource;
import io.kontor.connector.ShopSession;
import io.kontor.customer.SourceAccountId;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.kernel.KontorException;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the shop how one record stands now, where messages cannot tell; its answer is what counts. */
@Component(service = {JobHandler.class, RefetchJob.class})
public final class RefetchJob implements JobHandler {

    static final String JOB = "connector.refetch";

    private static final int ATTEMPTS = 8;

    private final AccountWork work;
    private final ShopSessions sessions;
    private final ShopIntake intake;
    private final Transactions transactions;

    /** Which record. */
    record Plan(UUID account, ShopResource resource, String externalId) {
        String key() {
            return account + ":" + resource.word() + ":" + externalId;
        }
    }

    @Activate
    public RefetchJob(
            @Reference AccountWork work,
            @Reference ShopSessions sessions,
            @Reference ShopIntake intake,
            @Reference Transactions transactions) {
        this.work = work;
        this.sessions = sessions;
        this.intake = intake;
        this.transactions = transactions;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        Plan plan = run.data(Plan.class);
        return work.on(new SourceAccountId(plan.account()), account -> {
            try {
                fetch(account, plan.resource(), plan.externalId());
            } catch (KontorException e) {
                if (e.error() == ConnectorError.LIMITED || run.attempt() < ATTEMPTS) {
                    throw e;
                }
                giveUp(account, plan, e);
            }
            return JobOutcome.done();
        });
    }

    private void giveUp(Account account, Plan plan, KontorException failure) {
        String reason = "The shop was asked again and did not answer: " + failure.getMessage();
        transactions.run(() -> {
            intake.rejected(account, new RejectedDocument(plan.resource(), plan.externalId(), reason, new byte[0]));
            work.tell(account.id());
        });
    }

    /**
     * Takes the record over as the shop has it.
     *
     * @return why it cannot be, if it cannot
     */
    Optional<String> fetch(Account account, ShopResource resource, String externalId) {
        ShopSession session = sessions.open(account);
        return switch (resource) {
            case ORDER ->
                settle(
                        account,
                        resource,
                        externalId,
                        session.order(externalId),
                        order -> intake.order(account, order, true));
            case PRODUCT ->
                settle(
                        account,
                        resource,
                        externalId,
                        session.product(externalId),
                        product -> intake.product(account, product, true));
            case CUSTOMER ->
                settle(
                        account,
                        resource,
                        externalId,
                        session.customer(externalId),
                        customer -> intake.customer(account, customer));
            case OTHER -> Optional.of("There is nothing to ask the shop for");
        };
    }

    private <T> Optional<String> settle(
            Account account,
            ShopResource resource,
            String externalId,
            Optional<ShopRecord<T>> answer,
            Predicate<T> take) {
        return transactions.call(() -> {
            if (answer.isEmpty()) {
                intake.gone(account, resource, externalId);
                return Optional.empty();
            }
            return answer.get()
                    .fold(
                            value -> {
                                if (take.test(value)) {
                                    intake.resolved(account, resource, List.of(externalId));
                                }
                                return Optional.empty();
                            },
                            document -> {
                                intake.rejected(account, document);
                                work.tell(account.id());
                                return Optional.of(document.reason());
                            });
        });
    }
}
