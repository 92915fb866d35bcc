package io.kontor.woocommerce.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.WebhookReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's list of webhooks. The shop disables one after five failed deliveries and never enables it by itself. */
final class WooWebhooks {

    static final List<String> TOPICS = List.of(
            "order.created",
            "order.updated",
            "order.deleted",
            "order.restored",
            "product.created",
            "product.updated",
            "product.deleted",
            "product.restored",
            "customer.created",
            "customer.updated");

    private final WooClient client;
    private final WooJson json;

    WooWebhooks(WooClient client, WooJson json) {
        this.client = client;
        this.json = json;
    }

    private record Registered(String id, String topic, String status) {}

    WebhookReport ensure(URI deliveryUrl, String secret) {
        List<Registered> ours = registered(deliveryUrl);
        List<String> created = new ArrayList<>();
        List<String> enabled = new ArrayList<>();
        for (String topic : TOPICS) {
            Optional<Registered> known =
                    ours.stream().filter(hook -> hook.topic().equals(topic)).findFirst();
            if (known.isEmpty()) {
                client.send(
                        "POST",
                        "webhooks",
                        json.object(Map.of(
                                "name",
                                "Kontor " + topic,
                                "topic",
                                topic,
                                "delivery_url",
                                deliveryUrl.toString(),
                                "secret",
                                secret)));
                created.add(topic);
            } else if (!known.get().status().equals("active")) {
                client.send(
                        "PUT",
                        "webhooks/" + known.get().id(),
                        json.object(Map.of("status", "active", "secret", secret)));
                enabled.add(topic);
            }
        }
        return new WebhookReport(TOPICS, created, enabled);
    }

    void remove(URI deliveryUrl) {
        registered(deliveryUrl).forEach(hook -> client.delete("webhooks/" + hook.id()));
    }

    private List<Registered> registered(URI deliveryUrl) {
        List<Registered> ours = new ArrayList<>();
        int number = 1;
        boolean more = true;
        while (more) {
            JsonNode page = client.get(
                            "webhooks", WooClient.parameters("per_page", "100", "page", Integer.toString(number)))
                    .body();
            for (JsonNode hook : page) {
                if (hook.path("delivery_url").asText().equals(deliveryUrl.toString())) {
                    ours.add(new Registered(
                            hook.path("id").asText(),
                            hook.path("topic").asText(),
                            hook.path("status").asText()));
                }
            }
            more = page.size() == TimeWalk.PAGE;
            number++;
        }
        return ours;
    }
}
