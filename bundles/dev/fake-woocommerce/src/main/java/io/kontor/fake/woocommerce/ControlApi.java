package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** {@code /_fake/}: what the Java API can do, as JSON over HTTP, for a shop in another process. No keys are needed. */
final class ControlApi {
    static final String PREFIX = "/_fake/";
    private final FakeWooCommerce fake;
    private final Shop shop;

    ControlApi(FakeWooCommerce fake, Shop shop) {
        this.fake = fake;
        this.shop = shop;
    }

    Answer answer(Request request) {
        String[] path = request.path().substring(PREFIX.length()).split("/");
        if (path.length > 1) {
            RestApi.require(request.is("POST"));
            return path.length == 2 ? load(request.json(), path[0], path[1]) : act(request.json(), path);
        }
        return request.is("GET") ? show(path[0]) : request.is("DELETE") ? undo(path[0]) : post(request.json(), path[0]);
    }

    private Answer show(String what) {
        return switch (what) {
            case "info" -> Answer.json(info());
            case "clock" -> Answer.json(now());
            case "faults" -> Answer.json(rules());
            case "truth" -> Answer.json(fake.truth().json());
            case "webhooks" -> Answer.json(Json.array().addAll(fake.webhooks()));
            case "deliveries" -> Answer.json(deliveries());
            case "requests" -> Answer.json(requests());
            default -> throw RestError.noRoute();
        };
    }

    private Answer undo(String what) {
        switch (what) {
            case "clock" -> fake.clock().reset();
            case "faults" -> fake.faults().clear();
            default -> throw RestError.noRoute();
        }
        return Answer.json(Json.object());
    }

    private Answer post(JsonNode body, String what) {
        return switch (what) {
            case "clock" -> clock(body);
            case "faults" -> {
                fake.faults().add(FaultRule.read(body));
                yield Answer.json(201, rules());
            }
            case "orders" ->
                made(Shop.ORDER, body.isEmpty() ? fake.someoneBuys() : fake.placeOrder(OrderDraft.read(body)));
            case "products" -> made(Shop.PRODUCT, fake.addProduct(ProductDraft.read(body)));
            case "customers" -> made(Shop.CUSTOMER, fake.addCustomer(RestApi.customer(body)));
            case "history" ->
                Answer.json(
                        201,
                        fake.history(HistoryPlan.read(body, fake.clock().second()))
                                .json());
            case "idle" -> idle(body);
            default -> throw RestError.noRoute();
        };
    }

    private Answer made(String resource, long id) {
        return Answer.json(201, shop.get(resource, id));
    }

    private Answer load(JsonNode body, String resource, String verb) {
        RestApi.require("load".equals(verb));
        return switch (resource) {
            case "orders" -> made(Shop.ORDER, fake.loadOrder(body));
            case "products" -> made(Shop.PRODUCT, fake.loadProduct(body));
            case "customers" -> made(Shop.CUSTOMER, fake.loadCustomer(body));
            default -> throw RestError.noRoute();
        };
    }

    private Answer act(JsonNode body, String[] path) {
        RestApi.require(path.length == 3);
        long id = RestApi.id(path[1], path[0]);
        switch (path[0]) {
            case "orders" -> order(body, id, path[2]);
            case "products" -> {
                if ("delete".equals(path[2])) {
                    fake.deleteProduct(id);
                    return Answer.json(Json.object().put("id", id));
                }
                edit(Shop.PRODUCT, id, path[2], body);
            }
            case "customers" -> edit(Shop.CUSTOMER, id, path[2], body);
            default -> throw RestError.noRoute();
        }
        return Answer.json(Json.object().put("id", id));
    }

    private void edit(String resource, long id, String verb, JsonNode body) {
        RestApi.require("edit".equals(verb));
        fake.edit(resource, id, body);
    }

    private void order(JsonNode body, long id, String verb) {
        switch (verb) {
            case "pay" -> fake.pay(id);
            case "complete" -> fake.complete(id);
            case "hold" -> fake.hold(id);
            case "cancel" -> fake.cancel(id);
            case "fail" -> fake.fail(id);
            case "trash" -> fake.trash(id);
            case "restore" -> fake.restore(id);
            case "delete" -> fake.deleteOrder(id);
            case "two-versions" -> fake.twoVersionsInOneSecond(id);
            case "status" -> fake.status(id, body.path("status").asText("pending"));
            case "refund" ->
                fake.refund(
                        id,
                        Money.parse(body.path("amount").asText("0")),
                        body.path("reason").asText(""));
            default -> edit(Shop.ORDER, id, verb, body);
        }
    }

    private Answer clock(JsonNode body) {
        if (body.hasNonNull("now")) {
            if (body.path("frozen").asBoolean(false)) {
                fake.clock().freeze(Moments.parse(body.path("now").asText()));
            } else {
                fake.clock().set(Moments.parse(body.path("now").asText()));
            }
        } else if (body.hasNonNull("advance_seconds")) {
            fake.clock().advance(Duration.ofSeconds(body.path("advance_seconds").asLong()));
        } else {
            throw RestError.invalidParameter("now", "now or advance_seconds is needed");
        }
        return Answer.json(now());
    }

    private ObjectNode now() {
        return Json.object().put("now", fake.clock().instant().toString());
    }

    private ObjectNode info() {
        ObjectNode info = Json.object()
                .put("url", fake.url())
                .put("consumer_key", fake.consumerKey())
                .put("consumer_secret", fake.consumerSecret())
                .put("currency", shop.config().currency())
                .put("zone", shop.config().zone().getId())
                .put("now", fake.clock().instant().toString());
        fake.tlsUrl().ifPresent(url -> info.put("tls_url", url));
        return info;
    }

    private ArrayNode rules() {
        ArrayNode rules = Json.array();
        fake.faults().rules().forEach(rule -> rules.add(rule.json()));
        return rules;
    }

    private ArrayNode deliveries() {
        ArrayNode list = Json.array();
        fake.deliveries()
                .forEach(delivery -> list.addObject()
                        .put("webhook_id", delivery.webhookId())
                        .put("delivery_id", delivery.deliveryId())
                        .put("topic", delivery.topic())
                        .put("resource_id", delivery.resourceId())
                        .put("status", delivery.status())
                        .put("at", delivery.at().toString()));
        return list;
    }

    private ArrayNode requests() {
        ArrayNode list = Json.array();
        fake.requests()
                .forEach(request -> list.addObject()
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("query", request.query())
                        .put("status", request.status()));
        return list;
    }

    private Answer idle(JsonNode body) {
        try {
            boolean idle = fake.awaitDeliveries(
                    Duration.ofMillis(body.path("at_most_millis").asLong(10_000)));
            return Answer.json(Json.object().put("idle", idle));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestError(503, "fake_interrupted", "The shop is closing.", e);
        }
    }
}
