package io.kontor.events.internal;

import io.kontor.events.Subscriptions;
import io.kontor.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The subscriptions as the control database knows them. */
@Component
public final class StoredSubscriptions implements Subscriptions {

    private final SubscriptionStore subscriptions;
    private final FailureStore failures;
    private final Transactions transactions;

    @Activate
    public StoredSubscriptions(
            @Reference SubscriptionStore subscriptions,
            @Reference FailureStore failures,
            @Reference Transactions transactions) {
        this.subscriptions = subscriptions;
        this.failures = failures;
        this.transactions = transactions;
    }

    @Override
    public List<Progress> all() {
        return subscriptions.progress();
    }

    @Override
    public void end(String subscription) {
        transactions.run(() -> {
            subscriptions.remove(subscription);
            failures.removeAll(subscription);
        });
    }
}
