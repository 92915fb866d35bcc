package io.kontor.connector.internal;

import io.kontor.connector.ConnectorEvent;
import io.kontor.customer.DemoData;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import io.kontor.webhooks.WebhookAddresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account of a demo, which is disconnected by now, with what it sent and what was set aside of it. */
@Component
public final class DemoRows implements DemoData {
    private static final int PORTION = 50;

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

    @Override
    public String module() {
        return "connector";
    }

    @Override
    public int removeSome(SourceAccountId account) {
        int received = addresses.forget(account.value(), PORTION) + store.deleteLetters(account, PORTION);
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
