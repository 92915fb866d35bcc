package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The registered webhooks with their state. */
final class Webhooks {
    private static final int FAILURES_ALLOWED = 5;
    private static final Set<String> STATUSES = Set.of("active", "paused", "disabled");
    private static final Set<String> RESOURCES = Set.of("coupon", "customer", "order", "product");
    private static final Set<String> EVENTS = Set.of("created", "updated", "deleted", "restored");

    private final ShopClock clock;
    private final Dates dates;
    private final Links links;
    private final Map<Long, Webhook> all = new TreeMap<>();
    private long last;

    Webhooks(ShopClock clock, Dates dates, Links links) {
        this.clock = clock;
        this.dates = dates;
        this.links = links;
    }

    /** One webhook; the failures are the consecutive ones. */
    record Webhook(
            long id,
            String name,
            String status,
            String topic,
            String url,
            String secret,
            Instant created,
            Instant modified,
            int failures) {
        boolean active() {
            return "active".equals(status);
        }

        Webhook with(String newStatus, int newFailures, Instant at) {
            return new Webhook(id, name, newStatus, topic, url, secret, created, at, newFailures);
        }
    }

    synchronized Webhook create(JsonNode body) {
        String topic = topic(body.path("topic").asText(""));
        String url = url(body.path("delivery_url").asText(""));
        long id = ++last;
        Instant now = clock.second();
        String secret = body.path("secret").asText(Signature.md5("1|shopkeeper"));
        String name = body.path("name").asText("Webhook created on " + now);
        Webhook webhook =
                new Webhook(id, name, status(body.path("status").asText("active")), topic, url, secret, now, now, 0);
        all.put(id, webhook);
        return webhook;
    }

    /** Saving a webhook as active again forgives its failures. */
    synchronized Webhook update(long id, JsonNode body) {
        Webhook old = get(id);
        String status = status(body.path("status").asText(old.status()));
        Webhook changed = new Webhook(
                id,
                body.path("name").asText(old.name()),
                status,
                topic(body.path("topic").asText(old.topic())),
                url(body.path("delivery_url").asText(old.url())),
                body.path("secret").asText(old.secret()),
                old.created(),
                clock.second(),
                "active".equals(status) ? 0 : old.failures());
        all.put(id, changed);
        return changed;
    }

    synchronized Webhook delete(long id) {
        Webhook webhook = get(id);
        all.remove(id);
        return webhook;
    }

    synchronized Webhook get(long id) {
        Webhook webhook = all.get(id);
        if (webhook == null) {
            throw new RestError(404, "woocommerce_rest_shop_webhook_invalid_id", "Invalid ID.");
        }
        return webhook;
    }

    synchronized List<Webhook> all() {
        return new ArrayList<>(all.values());
    }

    synchronized List<Webhook> listening(String topic) {
        return all.values().stream()
                .filter(webhook -> webhook.active() && webhook.topic().equals(topic))
                .toList();
    }

    synchronized boolean active(long id) {
        Webhook webhook = all.get(id);
        return webhook != null && webhook.active();
    }

    synchronized void succeeded(long id) {
        all.computeIfPresent(id, (key, w) -> w.with(w.status(), 0, w.modified()));
    }

    synchronized void failed(long id) {
        all.computeIfPresent(id, (key, w) -> {
            int failures = w.failures() + 1;
            return w.with(failures >= FAILURES_ALLOWED ? "disabled" : w.status(), failures, clock.second());
        });
    }

    /** Everything about them, their secrets included. */
    synchronized ArrayNode memory() {
        ArrayNode memory = Json.array();
        all.values()
                .forEach(webhook -> memory.add(json(webhook)
                        .put("secret", webhook.secret())
                        .put("created", webhook.created().toString())
                        .put("modified", webhook.modified().toString())
                        .put("failures", webhook.failures())));
        return memory;
    }

    synchronized void recall(JsonNode memory) {
        for (JsonNode node : memory) {
            long id = node.path("id").asLong();
            last = Math.max(last, id);
            all.put(
                    id,
                    new Webhook(
                            id,
                            node.path("name").asText(),
                            status(node.path("status").asText()),
                            topic(node.path("topic").asText()),
                            url(node.path("delivery_url").asText()),
                            node.path("secret").asText(),
                            Moments.parse(node.path("created").asText()),
                            Moments.parse(node.path("modified").asText()),
                            node.path("failures").asInt()));
        }
    }

    ObjectNode json(Webhook webhook) {
        int dot = webhook.topic().indexOf('.');
        ObjectNode node = Json.object()
                .put("id", webhook.id())
                .put("name", webhook.name())
                .put("status", webhook.status())
                .put("topic", webhook.topic())
                .put("resource", webhook.topic().substring(0, dot))
                .put("event", webhook.topic().substring(dot + 1));
        node.putArray("hooks").add("woocommerce_" + webhook.topic().replace('.', '_'));
        node.put("delivery_url", webhook.url());
        dates.put(node, "date_created", webhook.created());
        dates.put(node, "date_modified", webhook.modified());
        links.append(node, "webhooks", webhook.id());
        return node;
    }

    private static String status(String status) {
        if (!STATUSES.contains(status)) {
            throw RestError.invalidParameter("status", "status is not one of active, paused, disabled");
        }
        return status;
    }

    private static String topic(String topic) {
        String[] parts = topic.split("\\.", -1);
        if (parts.length != 2 || !RESOURCES.contains(parts[0]) || !EVENTS.contains(parts[1])) {
            throw new RestError(
                    400, "woocommerce_rest_shop_webhook_invalid_topic", "Webhook topic is required and must be valid.");
        }
        return topic;
    }

    private static String url(String url) {
        RestError invalid = new RestError(
                400,
                "woocommerce_rest_shop_webhook_invalid_delivery_url",
                "Webhook delivery URL must be a valid URL starting with http:// or https://.");
        try {
            String scheme = URI.create(url).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            invalid.addSuppressed(e);
        }
        throw invalid;
    }
}
