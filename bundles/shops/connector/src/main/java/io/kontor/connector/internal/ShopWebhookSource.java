package io.kontor.connector.internal;

import io.kontor.connector.ShopConnector;
import io.kontor.webhooks.StoredWebhook;
import io.kontor.webhooks.Verdict;
import io.kontor.webhooks.WebhookRequest;
import io.kontor.webhooks.WebhookSource;

/** The messages of one kind of shop. */
final class ShopWebhookSource implements WebhookSource {

    private final ShopConnector connector;
    private final ShopDeliveries deliveries;

    ShopWebhookSource(ShopConnector connector, ShopDeliveries deliveries) {
        this.connector = connector;
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return connector.kind();
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        return deliveries.verify(connector, request);
    }

    @Override
    public void process(StoredWebhook message) {
        deliveries.process(connector, message);
    }
}
