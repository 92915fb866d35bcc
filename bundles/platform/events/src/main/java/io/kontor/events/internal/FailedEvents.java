package io.kontor.events.internal;

import io.kontor.events.EventConsumer;
import io.kontor.events.internal.FailureStore.Due;
import io.kontor.events.internal.FailureStore.State;
import io.kontor.events.internal.SubscriptionStore.LeaseLost;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of one subscription that did not go well: puts them aside and tries them again, subject by subject. */
final class FailedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(FailedEvents.class);
    private static final int AT_ONCE = 100;

    private final EventConsumer consumer;
    private final String name;
    private final Delivery delivery;

    FailedEvents(EventConsumer consumer, Delivery delivery) {
        this.consumer = consumer;
        this.name = consumer.subscription();
        this.delivery = delivery;
    }

    /** Joins the transaction that moves the subscription past the event. */
    void add(StoredEvent event, State state, Optional<RuntimeException> failure) {
        int attempts = failure.map(cause -> after(0, cause)).orElse(0);
        Optional<Instant> next = failure.flatMap(
                cause -> RetrySchedule.next(attempts, delivery.clock().instant()));
        String reason = failure.map(RetrySchedule::reason).orElse("waits behind an earlier event of its subject");
        delivery.failures().add(name, event, state, attempts, next, reason);
    }

    /** A workspace that is being brought up to date is waited for as long as it takes: that is no attempt. */
    private static int after(int attempts, RuntimeException failure) {
        boolean migrating =
                failure instanceof KontorException known && known.error() == KernelError.WORKSPACE_MIGRATING;
        return migrating ? attempts : attempts + 1;
    }

    /** Goes on until nothing is due: what waited behind an event that now went well is due at once. */
    void retryDue(BooleanSupplier stopping) {
        List<Due> due = due();
        while (!due.isEmpty()) {
            for (Due each : due) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                retry(each);
            }
            due = due();
        }
    }

    private List<Due> due() {
        return delivery.failures().due(name, delivery.clock().instant(), AT_ONCE);
    }

    private void retry(Due due) {
        StoredEvent event = due.event();
        try {
            delivery.inTransaction(event, consumer, () -> {
                delivery.subscriptions().hold(name);
                if (delivery.failures().remove(name, event.position())) {
                    consumer.handle(event.event());
                }
            });
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            failedAgain(due, e);
        }
    }

    private void failedAgain(Due due, RuntimeException failure) {
        int attempts = after(due.attempts(), failure);
        Instant now = delivery.clock().instant();
        Optional<Instant> next = RetrySchedule.next(attempts, now);
        LOG.warn(
                "{}: event {} failed for the {}. time{}",
                name,
                due.event().position(),
                attempts,
                next.isPresent() ? "" : " and waits for a person",
                failure);
        delivery.inTransaction(due.event(), consumer, () -> {
            delivery.subscriptions().hold(name);
            delivery.failures()
                    .failedAgain(name, due.event().position(), attempts, next, now, RetrySchedule.reason(failure));
        });
    }
}
