package io.kontor.fake.woocommerce;

import java.time.Instant;

/**
 * One attempt to deliver a webhook.
 *
 * @param webhookId the webhook
 * @param deliveryId the value of {@code X-WC-Webhook-Delivery-ID}, empty for a ping
 * @param topic such as {@code order.updated}, empty for a ping
 * @param resourceId the order, product or customer
 * @param status the answer's HTTP status, 0 when there was none, -1 when it was lost on purpose
 * @param at the shop's time
 */
public record DeliveryRecord(long webhookId, String deliveryId, String topic, long resourceId, int status, Instant at) {
    boolean successful() {
        return status >= 200 && status < 300;
    }
}
