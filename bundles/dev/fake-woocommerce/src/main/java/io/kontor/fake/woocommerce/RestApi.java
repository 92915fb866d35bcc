package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The routes below {@code /wp-json/wc/v3/}. */
final class RestApi {
    private static final Map<String, String> COLLECTIONS =
            Map.of("orders", Shop.ORDER, "products", Shop.PRODUCT, "customers", Shop.CUSTOMER);
    private final Shop shop;
    private final WebhookRoutes webhooks;
    private final SiteRoutes site;

    RestApi(Shop shop, WebhookRoutes webhooks, SiteRoutes site) {
        this.shop = shop;
        this.webhooks = webhooks;
        this.site = site;
    }

    Answer answer(Request request) {
        String[] path = request.path().substring(Links.API.length()).split("/");
        String resource = COLLECTIONS.get(path[0]);
        if (resource != null) {
            return documents(request, resource, path);
        }
        if ("webhooks".equals(path[0])) {
            return webhooks.answer(request, path);
        }
        return site.answer(request, path);
    }

    private Answer documents(Request request, String resource, String[] path) {
        return switch (path.length) {
            case 1 -> request.is("POST") ? create(request, resource) : list(request, resource);
            case 2 -> one(request, resource, id(path[1], resource));
            case 3 -> below(request, resource, id(path[1], resource), path[2]);
            case 4 -> belowOne(request, resource, id(path[1], resource), path[2], id(path[3], resource));
            default -> throw RestError.noRoute();
        };
    }

    static long id(String text, String resource) {
        if (!text.matches("\\d{1,18}")) {
            throw RestError.noRoute();
        }
        return Long.parseLong(text);
    }

    private Answer list(Request request, String resource) {
        require(request.is("GET"));
        ListQuery query = new ListQuery(resource, request.query(), shop.dates());
        return page(request, shop.read(resource, query::page));
    }

    private Answer page(Request request, ListQuery.Page page) {
        Fields fields = new Fields(request.query().list("_fields"));
        Answer answer = fields.all() ? Answer.json(joined(page.entries())) : Answer.json(selected(page, fields));
        return PageHeaders.on(answer, request, page, shop.links().home());
    }

    private static byte[] joined(List<Entry> entries) {
        ByteArrayOutputStream list = new ByteArrayOutputStream(64 + entries.size() * 3000);
        list.write('[');
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                list.write(',');
            }
            list.writeBytes(entries.get(i).json());
        }
        list.write(']');
        return list.toByteArray();
    }

    private static ArrayNode selected(ListQuery.Page page, Fields fields) {
        ArrayNode list = Json.array();
        page.entries().forEach(entry -> list.add(fields.of(Json.read(entry.json()))));
        return list;
    }

    private Answer create(Request request, String resource) {
        JsonNode body = request.json();
        long id = switch (resource) {
            case Shop.ORDER -> shop.place(OrderDraft.read(body), shop.clock().second());
            case Shop.PRODUCT ->
                shop.addProduct(ProductDraft.read(body), shop.clock().second());
            default -> shop.addCustomer(customer(body), shop.clock().second());
        };
        return Answer.json(201, shop.get(resource, id));
    }

    /** A customer's own name and e-mail count where the billing address has none. */
    static Address customer(JsonNode body) {
        ObjectNode billing = body.path("billing") instanceof ObjectNode given ? given.deepCopy() : Json.object();
        for (String field : List.of("email", "first_name", "last_name")) {
            if (billing.path(field).asText("").isEmpty()) {
                billing.put(field, body.path(field).asText(""));
            }
        }
        return Address.read(billing);
    }

    private Answer one(Request request, String resource, long id) {
        if (request.is("GET")) {
            ObjectNode document = shop.get(resource, id);
            Fields fields = new Fields(request.query().list("_fields"));
            return Answer.json(fields.all() ? document : fields.of(document));
        }
        if (request.edits()) {
            return Answer.json(shop.edit(resource, id, request.json()));
        }
        require(request.is("DELETE"));
        ObjectNode document = shop.get(resource, id);
        if (request.query().flag("force")) {
            shop.delete(resource, id);
        } else if (Shop.ORDER.equals(resource)) {
            shop.trash(id);
        } else {
            throw new RestError(501, "woocommerce_rest_trash_not_supported", "This kind does not support trashing.");
        }
        return Answer.json(document);
    }

    private Answer below(Request request, String resource, long id, String part) {
        shop.get(resource, id);
        if (Shop.ORDER.equals(resource) && "refunds".equals(part)) {
            if (request.is("POST")) {
                JsonNode body = request.json();
                long refund = shop.refund(
                        id,
                        Money.parse(body.path("amount").asText("0")),
                        body.path("reason").asText(""),
                        shop.clock().second());
                return Answer.json(201, part(resource, id, part, refund));
            }
            require(request.is("GET"));
            return page(
                    request, read(resource, id, part, new ListQuery("refund", request.query(), shop.dates())::page));
        }
        require(request.is("GET"));
        return page(request, read(resource, id, part, new ListQuery("variation", request.query(), shop.dates())::page));
    }

    private Answer belowOne(Request request, String resource, long id, String part, long child) {
        require(request.is("GET"));
        shop.get(resource, id);
        return Answer.json(part(resource, id, part, child));
    }

    private ObjectNode part(String resource, long id, String part, long child) {
        return read(resource, id, part, table -> table.get(child))
                .map(entry -> Json.copy(entry.json()))
                .orElseThrow(() -> RestError.unknown(resource));
    }

    private <T> T read(String resource, long id, String part, Function<Table, T> question) {
        if (Shop.ORDER.equals(resource) && "refunds".equals(part)) {
            return shop.readRefunds(id, question);
        }
        if (Shop.PRODUCT.equals(resource) && "variations".equals(part)) {
            return shop.readVariations(id, question);
        }
        throw RestError.noRoute();
    }

    static void require(boolean route) {
        if (!route) {
            throw RestError.noRoute();
        }
    }
}
