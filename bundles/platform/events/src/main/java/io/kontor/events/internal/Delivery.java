package io.kontor.events.internal;

import io.kontor.events.EventConsumer;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every subscription works with. */
@Component(service = Delivery.class)
public final class Delivery {

    private final Sequencer sequencer;
    private final SubscriptionStore subscriptions;
    private final FailureStore failures;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final Clock clock;

    @Activate
    public Delivery(
            @Reference Sequencer sequencer,
            @Reference SubscriptionStore subscriptions,
            @Reference FailureStore failures,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors,
            @Reference Clock clock) {
        this.sequencer = sequencer;
        this.subscriptions = subscriptions;
        this.failures = failures;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.actors = actors;
        this.clock = clock;
    }

    Sequencer sequencer() {
        return sequencer;
    }

    SubscriptionStore subscriptions() {
        return subscriptions;
    }

    FailureStore failures() {
        return failures;
    }

    Clock clock() {
        return clock;
    }

    /** Does the work for the event's workspace, as the consumer, in one transaction. */
    void inTransaction(StoredEvent event, EventConsumer consumer, Runnable work) {
        workspaces.run(
                event.workspace(),
                () -> actors.run(Actor.system(consumer.subscription()), () -> transactions.run(work)));
    }
}
