package io.kontor.connector;

import java.util.List;

/**
 * What was found and done about a shop's webhooks.
 *
 * @param active the topics that the shop sends now
 * @param created those that had to be registered
 * @param enabled those that the shop had disabled and sends again
 */
public record WebhookReport(List<String> active, List<String> created, List<String> enabled) {

    public WebhookReport {
        active = List.copyOf(active);
        created = List.copyOf(created);
        enabled = List.copyOf(enabled);
    }
}
