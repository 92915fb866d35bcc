package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running fake shop. What is done to it here happens as if a buyer or the shopkeeper did it: it shows in the REST API
 * at once and is told to the registered webhooks in the background.
 */
public final class FakeWooCommerce implements AutoCloseable {
    private final ShopHttp http;
    private final Shop shop;
    private final ShopClock clock;
    private final Faults faults;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WooAuthentication authentication;
    private final WooAuthentication.Keys keys;
    private final Shoppers shoppers;
    private final Optional<String> tlsUrl;

    private FakeWooCommerce(ShopConfig config) throws IOException {
        this.clock = new ShopClock(config.time());
        this.faults = new Faults(config.time());
        this.http = new ShopHttp(config, faults);
        String home = "http://" + config.host() + ":" + http.port();
        this.tlsUrl = http.tlsPort().map(port -> "https://" + config.host() + ":" + port);
        Links links = new Links(home);
        this.shop = new Shop(config, clock, links, this::announce);
        this.webhooks = new Webhooks(clock, shop.dates(), links);
        Sender sender = new Sender(home, config.trustAnyCertificate());
        this.deliveries = new Deliveries(webhooks, faults, sender, clock);
        this.authentication = new WooAuthentication(clock, home, tlsUrl.orElse("https" + home.substring(4)));
        this.keys = authentication.add(
                config.consumerKey().orElse("ck_" + Signature.md5(home + config.seed() + "key")),
                config.consumerSecret().orElse("cs_" + Signature.md5(home + config.seed() + "secret")),
                "read_write");
        this.shoppers = new Shoppers(config.seed());
        SiteRoutes site = new SiteRoutes(config, clock, links);
        WebhookRoutes routes = new WebhookRoutes(webhooks, deliveries, config.pingDelay(), home);
        ShopRoutes all = new ShopRoutes(
                authentication,
                new RestApi(shop, routes, site),
                site,
                new AuthorizePage(shop, authentication, sender),
                config.control() ? Optional.of(new ControlApi(this, shop)) : Optional.empty());
        http.start(all::answer, all::control, this::someoneBuys);
    }

    /** Opens a shop. */
    public static FakeWooCommerce start(ShopConfig config) throws IOException {
        return new FakeWooCommerce(config);
    }

    private void announce(ShopEvent event) {
        deliveries.announce(event, shop.key("", 24), () -> payload(event));
    }

    /** Built when it is sent: a deletion and a document that is gone by then have nothing but their id. */
    private byte[] payload(ShopEvent event) {
        if (event.snapshot().isPresent()) {
            return event.snapshot().get();
        }
        Optional<ObjectNode> document = event.deletion() ? Optional.empty() : shop.find(event.resource(), event.id());
        return Json.bytes(document.orElseGet(() -> Json.object().put("id", event.id())));
    }

    /** The shop's address over plain HTTP, without a trailing slash. */
    public String url() {
        return "http://" + shop.config().host() + ":" + http.port();
    }

    /** The shop's address over HTTPS, if it was set up with it. */
    public Optional<String> tlsUrl() {
        return tlsUrl;
    }

    /** The REST key with all rights. */
    public String consumerKey() {
        return keys.key();
    }

    /** The secret of {@link #consumerKey()}. */
    public String consumerSecret() {
        return keys.secret();
    }

    /** The shop's time, to be moved. */
    public ShopClock clock() {
        return clock;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** Somebody places an order; answers its id. */
    public long placeOrder(OrderDraft draft) {
        return shop.place(draft, clock.second());
    }

    /** A guest who was never here before places an order of random products, which are put on sale if there are none. */
    public long someoneBuys() {
        if (History.onSale(shop).isEmpty()) {
            Shoppers.PRODUCTS.forEach(this::addProduct);
        }
        synchronized (shoppers) {
            return placeOrder(shoppers.fill(OrderDraft.guest(shoppers.next()), History.onSale(shop)));
        }
    }

    /** The money arrived: {@code processing}. */
    public void pay(long order) {
        status(order, "processing");
    }

    /** Sent out: {@code completed}. */
    public void complete(long order) {
        status(order, "completed");
    }

    /** Waits for the money: {@code on-hold}. */
    public void hold(long order) {
        status(order, "on-hold");
    }

    /** Called off: {@code cancelled}. */
    public void cancel(long order) {
        status(order, "cancelled");
    }

    /** The payment failed. */
    public void fail(long order) {
        status(order, "failed");
    }

    /** Any status, a made-up one included. */
    public void status(long order, String status) {
        shop.status(order, status, clock.second());
    }

    /** Pays back a part or all, in the order's currency; answers the refund's id. All paid back means {@code refunded}. */
    public long refund(long order, BigDecimal amount, String reason) {
        return shop.refund(order, amount, reason, clock.second());
    }

    /** Into the trash: no list shows it, its webhook is {@code order.deleted}. */
    public void trash(long order) {
        shop.trash(order);
    }

    /** Out of the trash again. */
    public void restore(long order) {
        shop.restore(order);
    }

    /** Removes an order for ever. */
    public void deleteOrder(long order) {
        shop.delete(Shop.ORDER, order);
    }

    /** Saves the order twice within one second, {@code on-hold} and then {@code processing}; both are delivered. */
    public void twoVersionsInOneSecond(long order) {
        shop.twoVersionsInOneSecond(order);
    }

    /** Puts a product on sale; answers its id. */
    public long addProduct(ProductDraft draft) {
        return shop.addProduct(draft, clock.second());
    }

    /** Removes a product for ever; orders keep what they had. */
    public void deleteProduct(long product) {
        shop.delete(Shop.PRODUCT, product);
    }

    /** Somebody registers; answers the customer's id. */
    public long addCustomer(Address address) {
        return shop.addCustomer(address, clock.second());
    }

    /** Replaces fields of a document of {@code order}, {@code product} or {@code customer}. */
    public void edit(String resource, long id, JsonNode fields) {
        shop.edit(resource, id, fields);
    }

    /** Takes an order exactly as it is given, with no webhook; a later one with the same id replaces it. */
    public long loadOrder(JsonNode order) {
        return shop.load(Shop.ORDER, order);
    }

    /** Takes a product exactly as it is given, with no webhook. */
    public long loadProduct(JsonNode product) {
        return shop.load(Shop.PRODUCT, product);
    }

    /** Takes a customer exactly as it is given, with no webhook. */
    public long loadCustomer(JsonNode customer) {
        return shop.load(Shop.CUSTOMER, customer);
    }

    /** The order as REST serves it. */
    public Optional<JsonNode> order(long id) {
        return shop.find(Shop.ORDER, id).map(JsonNode.class::cast);
    }

    /** Invents a past without webhooks and answers the truth about the whole shop afterwards. */
    public Truth history(HistoryPlan plan) {
        synchronized (shoppers) {
            new History(shop, plan, shoppers.likewise(plan.seed())).happen();
        }
        return truth();
    }

    /** What is in the shop now. */
    public Truth truth() {
        List<Entry> customers = shop.read(Shop.CUSTOMER, Table::all);
        return Truth.of(shop.read(Shop.ORDER, Table::all), customers);
    }

    /** The registered webhooks as REST shows them. */
    public List<JsonNode> webhooks() {
        return webhooks.all().stream()
                .map(webhooks::json)
                .map(JsonNode.class::cast)
                .toList();
    }

    /** The latest deliveries, oldest first. */
    public List<DeliveryRecord> deliveries() {
        return deliveries.log();
    }

    /** The latest requests but those for control, oldest first. */
    public List<RequestRecord> requests() {
        return http.log();
    }

    /** Waits until every webhook is sent; false when it took longer. */
    public boolean awaitDeliveries(Duration atMost) throws InterruptedException {
        return deliveries.awaitIdle(atMost);
    }

    /** The shop's documents and webhooks with their secrets, for {@link #recall} in a later life. */
    public byte[] memory() {
        return Memory.of(shop, webhooks);
    }

    /**
     * Puts back what {@link #memory()} told, with no webhook. The shop must have been started with another seed than
     * before, or it would number its deliveries as it did then.
     */
    public void recall(byte[] memory) {
        Memory.recall(memory, shop, webhooks);
    }

    /** The keys stop to work, as when their user is deleted. */
    public void revokeKeys() {
        authentication.revoke(keys.key());
    }

    @Override
    public void close() {
        http.close();
        deliveries.close();
    }
}
