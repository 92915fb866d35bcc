package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the shop knows and what happens in it. Every change is told to the listener, which sends the webhooks. */
final class Shop {
    static final String ORDER = "order";
    static final String PRODUCT = "product";
    static final String CUSTOMER = "customer";
    private static final List<String> LINES = List.of("line_items", "tax_lines", "shipping_lines", "fee_lines");

    private final ShopConfig config;
    private final ShopClock clock;
    private final Dates dates;
    private final Links links;
    private final OrderChanges changes;
    private final CatalogueDocuments catalogue;
    private final Random random;
    private final Consumer<ShopEvent> listener;
    private final Shelves shelves;
    private final Map<Long, String> trashed = new HashMap<>();
    private long lastPost = 9;
    private long lastUser = 1;
    private long lastItem;
    private boolean silent;

    Shop(ShopConfig config, ShopClock clock, Links links, Consumer<ShopEvent> listener) {
        this.config = config;
        this.clock = clock;
        this.links = links;
        this.listener = listener;
        this.dates = new Dates(config.zone());
        this.changes = new OrderChanges(dates, links);
        this.catalogue = new CatalogueDocuments(dates, links, config.currency());
        this.random = new Random(config.seed());
        this.shelves = new Shelves(dates, clock);
    }

    ShopConfig config() {
        return config;
    }

    Dates dates() {
        return dates;
    }

    Links links() {
        return links;
    }

    ShopClock clock() {
        return clock;
    }

    /** Runs with nobody listening: what happened long ago sends no webhooks. */
    synchronized void quietly(Runnable work) {
        boolean before = silent;
        silent = true;
        try {
            work.run();
        } finally {
            silent = before;
        }
    }

    /** Answers from a table while nothing changes. */
    synchronized <T> T read(String resource, Function<Table, T> question) {
        return question.apply(shelves.table(resource));
    }

    synchronized <T> T readVariations(long product, Function<Table, T> question) {
        return question.apply(shelves.variations(product));
    }

    synchronized <T> T readRefunds(long order, Function<Table, T> question) {
        return question.apply(shelves.refunds(order));
    }

    synchronized Optional<ObjectNode> find(String resource, long id) {
        return shelves.table(resource).get(id).map(entry -> Json.copy(entry.json()));
    }

    ObjectNode get(String resource, long id) {
        return find(resource, id).orElseThrow(() -> RestError.unknown(resource));
    }

    // ---- orders

    long place(OrderDraft draft, Instant at) {
        return place(draft, at, order -> {});
    }

    /** Places an order with a life behind it: what happened since is applied before anybody sees it. */
    synchronized long place(OrderDraft draft, Instant at, Consumer<ObjectNode> since) {
        String currency = draft.currency().orElse(config.currency());
        List<OrderBuilder.Bought> items = new ArrayList<>();
        draft.items().forEach(item -> items.add(bought(item, currency)));
        Address billing = draft.billing()
                .orElseGet(() -> Address.read(get(CUSTOMER, draft.customerId()).path("billing")));
        long id = ++lastPost;
        ObjectNode order = new OrderBuilder(draft, currency, () -> ++lastItem)
                .build(new OrderBuilder.Checkout(id, key("wc_order_", 13), billing, at), items, dates, links);
        if (!"pending".equals(draft.status())) {
            changes.status(order, draft.status(), at);
        }
        since.accept(order);
        OddDocuments.apply(order, draft.oddities());
        shelves.store(ORDER, order);
        tell(ORDER, "created", id);
        if (!"pending".equals(draft.status())) {
            tell(ORDER, "updated", id);
        }
        return id;
    }

    private OrderBuilder.Bought bought(OrderDraft.Item item, String currency) {
        ObjectNode product = get(PRODUCT, item.productId());
        String name = product.path("name").asText();
        ObjectNode sold = product;
        if (item.variationId() > 0) {
            sold = readVariations(item.productId(), table -> table.get(item.variationId()))
                    .map(entry -> Json.copy(entry.json()))
                    .orElseThrow(() -> RestError.unknown(PRODUCT));
            name = name + " - " + sold.path("name").asText();
        }
        BigDecimal price = converted(Money.parse(sold.path("price").asText()), currency);
        return new OrderBuilder.Bought(
                item.productId(), item.variationId(), name, sold.path("sku").asText(), price, item.quantity());
    }

    /** A price list for foreign currencies, as multi-currency plugins keep one: right in its places, not in its rate. */
    private BigDecimal converted(BigDecimal price, String currency) {
        if (currency.equals(config.currency())) {
            return price;
        }
        BigDecimal rate = switch (Money.places(currency)) {
            case 0 -> new BigDecimal("160");
            case 3 -> new BigDecimal("0.333");
            default -> new BigDecimal("1.1");
        };
        return Money.round(price.multiply(rate), currency);
    }

    synchronized void status(long id, String status, Instant at) {
        change(ORDER, id, order -> changes.status(order, status, at));
    }

    synchronized long refund(long id, BigDecimal amount, String reason, Instant at) {
        ObjectNode order = change(ORDER, id, node -> refund(node, amount, reason, at));
        return order.path("refunds").path(0).path("id").asLong();
    }

    /** Writes a refund onto an order's document that is at hand, and shelves its own document. */
    synchronized void refund(ObjectNode order, BigDecimal amount, String reason, Instant at) {
        ObjectNode refund = changes.refund(order, lastPost + 1, amount, reason, at);
        lastPost++;
        shelves.refunds(order.path("id").asLong()).put(Shelves.entry(refund, at, at));
    }

    OrderChanges changes() {
        return changes;
    }

    /** Changes a document and tells everybody; the modification date is the change's own business. */
    synchronized ObjectNode change(String resource, long id, Consumer<ObjectNode> change) {
        ObjectNode node = get(resource, id);
        change.accept(node);
        shelves.store(resource, node);
        tell(resource, "updated", id);
        return node;
    }

    synchronized ObjectNode edit(String resource, long id, JsonNode fields) {
        return change(resource, id, node -> {
            fields.properties().forEach(field -> {
                boolean kept = ORDER.equals(resource) && "status".equals(field.getKey());
                if (!"id".equals(field.getKey()) && !kept) {
                    node.set(field.getKey(), field.getValue());
                }
            });
            if (ORDER.equals(resource) && fields.hasNonNull("status")) {
                changes.status(node, fields.path("status").asText(), clock.second());
            } else {
                changes.modified(node, clock.second());
            }
        });
    }

    /** Saves two versions that bear one and the same modification second, each of which is delivered as it was. */
    synchronized void twoVersionsInOneSecond(long id) {
        Instant at = clock.second();
        for (String status : List.of("on-hold", "processing")) {
            ObjectNode order = get(ORDER, id);
            changes.status(order, status, at);
            shelves.store(ORDER, order);
            listener.accept(new ShopEvent(ORDER, "updated", id, Optional.of(Json.bytes(order))));
        }
    }

    synchronized void trash(long id) {
        ObjectNode order = get(ORDER, id);
        trashed.put(id, order.path("status").asText());
        changes.status(order, "trash", clock.second());
        shelves.store(ORDER, order);
        tell(ORDER, "deleted", id);
    }

    synchronized void restore(long id) {
        ObjectNode order = get(ORDER, id);
        changes.status(order, trashed.getOrDefault(id, "pending"), clock.second());
        trashed.remove(id);
        shelves.store(ORDER, order);
        tell(ORDER, "restored", id);
    }

    synchronized void delete(String resource, long id) {
        shelves.table(resource).remove(id).orElseThrow(() -> RestError.unknown(resource));
        tell(resource, "deleted", id);
    }

    // ---- products and customers

    synchronized long addProduct(ProductDraft draft, Instant at) {
        long id = ++lastPost;
        List<Long> children = new ArrayList<>();
        for (String option : draft.variations()) {
            long child = ++lastPost;
            children.add(child);
            shelves.variations(id).put(Shelves.entry(catalogue.variation(child, id, option, draft, at), at, at));
        }
        shelves.store(PRODUCT, catalogue.product(id, draft, children, at));
        tell(PRODUCT, "created", id);
        return id;
    }

    synchronized long addCustomer(Address address, Instant at) {
        long id = ++lastUser;
        shelves.store(CUSTOMER, catalogue.customer(id, address, at));
        tell(CUSTOMER, "created", id);
        return id;
    }

    /** Takes a document exactly as it is, in place of an older one with the same id. */
    synchronized long load(String resource, JsonNode given) {
        if (!(given instanceof ObjectNode node) || !node.path("id").canConvertToLong()) {
            throw RestError.invalidParameter("id", "a document needs one");
        }
        long id = node.path("id").asLong();
        if (CUSTOMER.equals(resource)) {
            lastUser = Math.max(lastUser, id);
        } else {
            lastPost = Math.max(lastPost, id);
        }
        shelves.store(resource, node);
        if (ORDER.equals(resource)) {
            LINES.forEach(lines -> node.path(lines)
                    .forEach(line ->
                            lastItem = Math.max(lastItem, line.path("id").asLong())));
            loadRefunds(id, node);
        }
        return id;
    }

    private void loadRefunds(long id, ObjectNode order) {
        Instant at = dates.get(order, "date_modified").orElseGet(clock::second);
        Table table = shelves.refunds(id);
        for (JsonNode row : order.path("refunds")) {
            String amount = row.path("total").asText("0").replaceFirst("^-", "");
            String reason = row.path("reason").asText(row.path("refund").asText(""));
            long refundId = row.path("id").asLong();
            lastPost = Math.max(lastPost, refundId);
            table.put(Shelves.entry(changes.document(id, refundId, amount, reason, at), at, at));
        }
    }

    private void tell(String resource, String event, long id) {
        if (!silent) {
            listener.accept(new ShopEvent(resource, event, id, Optional.empty()));
        }
    }

    String key(String prefix, int length) {
        return prefix + Signature.letters(random, length);
    }
}
