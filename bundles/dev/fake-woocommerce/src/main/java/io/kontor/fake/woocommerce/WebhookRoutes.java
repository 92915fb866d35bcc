package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.Webhooks.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** {@code /webhooks}: create, read, update, delete and batch. */
final class WebhookRoutes {
    private static final int BATCH_MOST = 100;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Duration pingDelay;
    private final String home;

    WebhookRoutes(Webhooks webhooks, Deliveries deliveries, Duration pingDelay, String home) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.pingDelay = pingDelay;
        this.home = home;
    }

    Answer answer(Request request, String[] path) {
        if (path.length == 1) {
            return request.is("POST") ? Answer.json(201, create(request.json())) : list(request);
        }
        RestApi.require(path.length == 2);
        if ("batch".equals(path[1])) {
            RestApi.require(request.edits());
            return Answer.json(batch(request.json()));
        }
        long id = RestApi.id(path[1], "webhook");
        if (request.is("GET")) {
            return Answer.json(webhooks.json(webhooks.get(id)));
        }
        if (request.edits()) {
            return Answer.json(update(id, request.json()));
        }
        RestApi.require(request.is("DELETE"));
        if (!request.query().flag("force")) {
            throw new RestError(501, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
        }
        return Answer.json(webhooks.json(webhooks.delete(id)));
    }

    private ObjectNode create(JsonNode body) {
        Webhook webhook = webhooks.create(body);
        deliveries.ping(webhook, pingDelay);
        return webhooks.json(webhook);
    }

    private ObjectNode update(long id, JsonNode body) {
        boolean moved = body.hasNonNull("delivery_url");
        Webhook webhook = webhooks.update(id, body);
        if (moved) {
            deliveries.ping(webhook, pingDelay);
        }
        return webhooks.json(webhook);
    }

    private Answer list(Request request) {
        RestApi.require(request.is("GET"));
        Query query = request.query();
        String status = query.get("status", "all");
        List<Webhook> all = webhooks.all().stream()
                .filter(webhook -> "all".equals(status) || webhook.status().equals(status))
                .toList();
        int size = query.number("per_page", 10, 1, 100);
        int number = query.number("page", 1, 1, Integer.MAX_VALUE);
        int from = (int) Math.min((number - 1L) * size, all.size());
        ArrayNode page = Json.array();
        boolean ascending = "asc".equals(query.get("order", "desc"));
        for (int i = from; i < Math.min(from + size, all.size()); i++) {
            page.add(webhooks.json(all.get(ascending ? i : all.size() - 1 - i)));
        }
        int pages = (all.size() + size - 1) / size;
        return PageHeaders.on(
                Answer.json(page), request, new ListQuery.Page(List.of(), all.size(), pages, number), home);
    }

    private ObjectNode batch(JsonNode body) {
        if (body.path("create").size()
                        + body.path("update").size()
                        + body.path("delete").size()
                > BATCH_MOST) {
            throw new RestError(
                    413, "woocommerce_rest_request_entity_too_large", "Unable to accept more than 100 items.");
        }
        ObjectNode result = Json.object();
        for (JsonNode item : body.path("create")) {
            row(result.withArray("create"), 0, () -> create(item));
        }
        for (JsonNode item : body.path("update")) {
            long id = item.path("id").asLong();
            row(result.withArray("update"), id, () -> update(id, item));
        }
        for (JsonNode item : body.path("delete")) {
            row(result.withArray("delete"), item.asLong(), () -> webhooks.json(webhooks.delete(item.asLong())));
        }
        return result;
    }

    /** A row that fails carries its error; the others go on. */
    private static void row(ArrayNode rows, long id, Supplier<ObjectNode> work) {
        try {
            rows.add(work.get());
        } catch (RestError e) {
            rows.addObject().put("id", id).set("error", e.body());
        }
    }
}
