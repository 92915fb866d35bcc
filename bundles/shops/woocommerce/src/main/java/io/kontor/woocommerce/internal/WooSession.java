package io.kontor.woocommerce.internal;

import static io.kontor.woocommerce.internal.WooClient.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopOrder;
import io.kontor.connector.ShopPage;
import io.kontor.connector.ShopProduct;
import io.kontor.connector.ShopProfile;
import io.kontor.connector.ShopRecord;
import io.kontor.connector.ShopSession;
import io.kontor.connector.WebhookReport;
import io.kontor.kernel.KontorException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one shop page by page. */
final class WooSession implements ShopSession {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    /** What the shop takes for an id; anything else would spoil the question for all. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final String TRASH = "trash!";
    private static final String PER_PAGE = Integer.toString(TimeWalk.PAGE);

    private final WooConfig config;
    private final WooClient client;
    private final WooMapper mapper;
    private final WooWebhooks webhooks;
    private final Clock clock;

    WooSession(WooConfig config, WooClient client, WooMapper mapper, WooWebhooks webhooks, Clock clock) {
        this.config = config;
        this.client = client;
        this.mapper = mapper;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public ShopProfile probe() {
        return new WooProbe(client, config, clock).profile();
    }

    @Override
    public ShopPage<ShopOrder> orders(Optional<String> cursor) {
        TimeWalk walk = cursor.map(TimeWalk::decode).orElseGet(() -> TimeWalk.from(Optional.empty()));
        List<OAuth1.Parameter> query = query(walk, "date", "desc");
        walk.edge().ifPresent(before -> query.add(new OAuth1.Parameter("before", shopTime(before))));
        WooClient.Document page = client.get("orders", query);
        List<JsonNode> rows = rows(page);
        // Further pages are read when all registered customers are known.
        Accounts buyers = cursor.isEmpty() ? accounts(rows) : Accounts.NONE;
        Reading<ShopOrder> reading = orders(rows, walk, "date_created", buyers);
        Optional<String> next = reading.last()
                ? Optional.empty()
                : Optional.of(walk.older(reading.steps(), reading.read()).encode());
        return reading.page(next, cursor.isPresent() ? Optional.empty() : page.total());
    }

    /** The list of any status leaves out the trash, so a walk has two legs. */
    @Override
    public ShopPage<ShopOrder> ordersChanged(Instant since, Optional<String> cursor) {
        boolean trash = cursor.filter(text -> text.startsWith(TRASH)).isPresent();
        TimeWalk walk = cursor.map(text -> trash ? text.substring(TRASH.length()) : text)
                .map(TimeWalk::decode)
                .orElseGet(() -> TimeWalk.from(Optional.of(since)));
        List<OAuth1.Parameter> query = query(walk, "modified", "asc");
        query.add(new OAuth1.Parameter("modified_after", shopTime(walk.edge().orElse(since))));
        query.add(new OAuth1.Parameter("status", trash ? "trash" : "any"));
        WooClient.Document page = client.get("orders", query);
        List<JsonNode> rows = rows(page);
        Reading<ShopOrder> reading = orders(rows, TimeWalk.from(Optional.empty()), "date_modified", accounts(rows));
        String leg = trash ? TRASH : "";
        Optional<String> next;
        if (reading.last()) {
            next = trash
                    ? Optional.empty()
                    : Optional.of(TRASH + TimeWalk.from(Optional.of(since)).encode());
        } else {
            next = Optional.of(leg + walk.newer(reading.steps(), reading.read()).encode());
        }
        return reading.page(next, cursor.isPresent() ? Optional.empty() : page.total());
    }

    private static List<OAuth1.Parameter> query(TimeWalk walk, String by, String order) {
        List<OAuth1.Parameter> query =
                parameters("per_page", PER_PAGE, "orderby", by, "order", order, "dates_are_gmt", "true");
        if (walk.offset() > 0) {
            query.add(new OAuth1.Parameter("offset", Integer.toString(walk.offset())));
        }
        return query;
    }

    private static String shopTime(Instant moment) {
        return SECONDS.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    private static List<JsonNode> rows(WooClient.Document page) {
        if (!page.body().isArray()) {
            throw new KontorException(
                    ConnectorError.ANSWER_UNREADABLE, Map.of("reason", "it is no list but a single document"));
        }
        List<JsonNode> rows = new ArrayList<>();
        page.body().forEach(rows::add);
        return rows;
    }

    private Reading<ShopOrder> orders(List<JsonNode> rows, TimeWalk walk, String sortedBy, Accounts buyers) {
        Reading<ShopOrder> reading = new Reading<>(rows.size());
        for (JsonNode row : rows) {
            step(row, sortedBy).ifPresent(reading.steps()::add);
            boolean known = walk.seen().contains(row.path("id").asText());
            if (!known && !WooStatus.isDraft(row.path("status").asText())) {
                reading.add(complete(row, buyers.emailOf(row)));
            }
        }
        return reading;
    }

    private Optional<TimeWalk.Step> step(JsonNode row, String sortedBy) {
        try {
            return new WooFields(row, config.zone())
                    .moment(sortedBy)
                    .map(at -> new TimeWalk.Step(row.path("id").asText(), at));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** The addresses of registered customers by their ids. */
    private record Accounts(Map<String, String> emails) {
        static final Accounts NONE = new Accounts(Map.of());

        Optional<String> emailOf(JsonNode order) {
            return Optional.ofNullable(emails.get(order.path("customer_id").asText()));
        }
    }

    /** An order does not say which address its buyer is registered with. */
    private Accounts accounts(List<JsonNode> orders) {
        Set<String> ids = new TreeSet<>();
        orders.forEach(order -> new WooFields(order, config.zone())
                .id("customer_id")
                .filter(id -> NUMBER.matcher(id).matches())
                .ifPresent(ids::add));
        if (ids.isEmpty()) {
            return Accounts.NONE;
        }
        Map<String, String> emails = new HashMap<>();
        WooClient.Document found = client.get(
                "customers", parameters("include", String.join(",", ids), "role", "all", "per_page", PER_PAGE));
        for (JsonNode customer : rows(found)) {
            emails.put(customer.path("id").asText(), customer.path("email").asText());
        }
        emails.values().removeIf(email -> !email.contains("@"));
        return new Accounts(Map.copyOf(emails));
    }

    /** The rows inside an order leave out when and why money was given back; the order's own list says it. */
    private ShopRecord<ShopOrder> complete(JsonNode row, Optional<String> accountEmail) {
        ShopRecord<ShopOrder> brief = mapper.order(row, new WooOrders.Beside(Optional.empty(), accountEmail));
        boolean refunded = brief.<Boolean>fold(order -> !order.refunds().isEmpty(), rejected -> false);
        if (!refunded) {
            return brief;
        }
        Optional<WooClient.Document> refunds =
                client.find("orders/" + row.path("id").asText() + "/refunds", parameters("per_page", PER_PAGE));
        return refunds.map(list -> mapper.order(row, new WooOrders.Beside(Optional.of(list.body()), accountEmail)))
                .orElse(brief);
    }

    @Override
    public Optional<ShopRecord<ShopOrder>> order(String externalId) {
        return client.find("orders/" + OAuth1.encode(externalId), List.of())
                .map(WooClient.Document::body)
                .map(order -> complete(order, accounts(List.of(order)).emailOf(order)));
    }

    @Override
    public ShopPage<ShopProduct> products(Instant since, Optional<String> cursor) {
        TimeWalk walk = cursor.map(TimeWalk::decode).orElseGet(() -> TimeWalk.from(Optional.of(since)));
        List<OAuth1.Parameter> query = query(walk, "modified", "asc");
        query.add(new OAuth1.Parameter("modified_after", shopTime(walk.edge().orElse(since))));
        WooClient.Document page = client.get("products", query);
        List<JsonNode> rows = rows(page);
        Reading<ShopProduct> reading = new Reading<>(rows.size());
        for (JsonNode row : rows) {
            step(row, "date_modified").ifPresent(reading.steps()::add);
            reading.add(mapper.product(row, Optional.empty(), Optional.empty()));
            variations(row, reading);
        }
        Optional<String> next = reading.last()
                ? Optional.empty()
                : Optional.of(walk.newer(reading.steps(), reading.read()).encode());
        return reading.page(next, cursor.isPresent() ? Optional.empty() : page.total());
    }

    private void variations(JsonNode product, Reading<ShopProduct> reading) {
        if (product.path("variations").isEmpty()) {
            return;
        }
        String id = product.path("id").asText();
        Optional<String> name = new WooFields(product, config.zone()).words("name");
        int number = 1;
        boolean more = true;
        while (more) {
            Optional<WooClient.Document> page = client.find(
                    "products/" + id + "/variations",
                    parameters(
                            "per_page", PER_PAGE, "page", Integer.toString(number), "orderby", "id", "order", "asc"));
            List<JsonNode> rows = page.map(WooSession::rows).orElse(List.of());
            rows.forEach(row -> reading.add(mapper.product(row, Optional.of(id), name)));
            more = rows.size() == TimeWalk.PAGE;
            number++;
        }
    }

    @Override
    public Optional<ShopRecord<ShopProduct>> product(String externalId) {
        return client.find("products/" + OAuth1.encode(externalId), List.of())
                .map(found -> mapper.product(found.body(), Optional.empty(), Optional.empty()));
    }

    /** Customers have no date of change to ask for, so the walk is by id; where some left meanwhile, it steps back. */
    @Override
    public ShopPage<ShopCustomer> customers(Optional<String> cursor) {
        OffsetWalk walk = cursor.map(OffsetWalk::decode).orElse(OffsetWalk.START);
        WooClient.Document page = client.get(
                "customers",
                parameters(
                        "per_page",
                        PER_PAGE,
                        "offset",
                        Integer.toString(walk.offset()),
                        "orderby",
                        "id",
                        "order",
                        "asc"));
        List<JsonNode> rows = rows(page);
        Reading<ShopCustomer> reading = new Reading<>(rows.size());
        rows.forEach(row -> reading.add(mapper.customer(row)));
        Optional<String> next =
                walk.next(rows.size(), page.total(), reading.last()).map(OffsetWalk::encode);
        return reading.page(next, cursor.isPresent() ? Optional.empty() : page.total());
    }

    @Override
    public Optional<ShopRecord<ShopCustomer>> customer(String externalId) {
        return client.find("customers/" + OAuth1.encode(externalId), List.of())
                .map(found -> mapper.customer(found.body()));
    }

    @Override
    public WebhookReport ensureWebhooks(URI deliveryUrl, String secret) {
        return webhooks.ensure(deliveryUrl, secret);
    }

    @Override
    public void removeWebhooks(URI deliveryUrl) {
        webhooks.remove(deliveryUrl);
    }
}
