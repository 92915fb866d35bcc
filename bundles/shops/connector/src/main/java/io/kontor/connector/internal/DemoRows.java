package io.kontor.connector.internal;

import io.kontor.connector.ConnectorEvent;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import io.kontor.webhooks.WebhookAddresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account of a demo, which is disconnected by now, with what it sent and what was set aside of it. */
@Component(service = DemoRows.class)
public final class DemoRows {

    private final DemoAccountStore store;
    private final WebhookAddresses addresses;
    private final Events events;

    @Activate
    public DemoRows(
            @Reference DemoAccountStore store, @Reference WebhookAddresses addresses, @Reference Events events) {
        this.store = store;
        this.addresses = addresses;
        this.events = events;
    }

    /**
     * Deletes some messages and documents, after the last of them the account. Joins the current transaction.
     *
     * @return how many rows; 0 when none is left
     */
    int remove(SourceAccountId account, int limit) {
        int received = addresses.forget(account.value(), limit) + store.deleteLetters(account, limit);
        if (received > 0) {
            return received;
        }
        int rows = store.deleteAccount(account);
        if (rows > 0) {
            events.publish(new ConnectorEvent.ProgressChanged(account));
        }
        return rows;
    }
}
