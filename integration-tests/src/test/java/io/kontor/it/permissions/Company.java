package io.kontor.it.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.fake.woocommerce.ProductDraft;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Call;
import io.kontor.it.client.GrantedTime;
import io.kontor.it.client.SetUp;
import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A company with two shops in one workspace, beside a neighbour in another one; its name is in all that it has. */
final class Company {

    /** What only the company's own people may read: it is part of every name, e-mail and title. */
    static final String NAME = "Quillfeather";

    /** With whom the company was set up. */
    static final String EMAIL = "paula@quillfeather.example";

    /** The proprietor of the other workspace. */
    static final String NEIGHBOUR = "nora@north.example";

    static final String PASSWORD = "a horse that counts to nine";

    private static final String NEWCOMERS_HOST = "127.0.0.3";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KontorDistribution kontor;
    private final List<FakeWooCommerce> shops;
    private final String host;
    private final Visitor proprietor;
    private final Visitor neighbour;
    private final Map<Set<String>, Visitor> holders = new HashMap<>();
    private int numbers;
    private String lookalikes = "";

    private Company(
            KontorDistribution kontor,
            List<FakeWooCommerce> shops,
            String host,
            Visitor proprietor,
            Visitor neighbour) {
        this.kontor = kontor;
        this.shops = shops;
        this.host = host;
        this.proprietor = proprietor;
        this.neighbour = neighbour;
    }

    /** Sets both workspaces up, and connects the first one's shops with all that is in them. */
    static Company found(KontorDistribution kontor, List<FakeWooCommerce> shops) throws Exception {
        String port = kontor.baseUrl().replaceAll(".*:", ":");
        String host = "http://127.0.0.1" + port;
        Visitor proprietor = come(host, setUp(kontor.admin("setup-link").text(), EMAIL, NAME));
        kontor.admin("workspace", "add", "north", "--host", "localhost");
        Visitor neighbour = come(
                "http://localhost" + port,
                setUp(kontor.admin("setup-link", "north").text(), NEIGHBOUR, "North"));
        kontor.admin("workspace", "add", "south", "--host", NEWCOMERS_HOST);
        Company company = new Company(kontor, shops, host, proprietor, neighbour);
        shops.forEach(company::stock);
        shops.forEach(company::connect);
        return company;
    }

    private static Visitor come(String host, Call setUp) {
        return Visitor.ofSession(host, Visitor.stranger(host).send(setUp).expect(204));
    }

    static Call setUp(String link, String email, String name) {
        return new SetUp(name, email, PASSWORD, name).through(link);
    }

    /** One article number in both shops, two guests with one phone, and some orders that nobody can take over. */
    private void stock(FakeWooCommerce shop) {
        long product = shop.addProduct(ProductDraft.of(NAME + " teapot", "QUILL", "39.90"));
        for (String first : List.of("anna", "bert")) {
            Address guest = Address.of(first, NAME, first + "@quillfeather.example", "+493012345678", "DE");
            shop.placeOrder(OrderDraft.guest(guest).item(product, 1));
        }
        for (int i = 0; i < 4; i++) {
            long id = shop.placeOrder(
                    OrderDraft.guest(Address.of("carl", NAME, "", "", "DE")).item(product, 1));
            ObjectNode broken = shop.order(id).orElseThrow().deepCopy();
            shop.loadOrder(broken.put("currency", "XQQ"));
        }
    }

    private void connect(FakeWooCommerce shop) {
        String account = account(shop);
        until(() -> read("/api/connector/accounts/" + account + "/progress")
                .path("phase")
                .asText()
                .equals("DONE"));
    }

    /** Connects a shop; answers the account's id. */
    String account(FakeWooCommerce shop) {
        return proprietor
                .send(Call.post("/api/connector/accounts", connection(shop)))
                .expect(201)
                .id();
    }

    static String connection(FakeWooCommerce shop) {
        return """
                {"kind": "woocommerce", "url": "%s", "label": "%s",
                 "fields": {"consumerKey": "%s", "consumerSecret": "%s"}}""".formatted(shop.url(), NAME, shop.consumerKey(), shop.consumerSecret());
    }

    String host() {
        return host;
    }

    KontorDistribution kontor() {
        return kontor;
    }

    /** The shops that are connected. */
    List<FakeWooCommerce> shops() {
        return shops;
    }

    Visitor proprietor() {
        return proprietor;
    }

    /** The proprietor of the other workspace, at that one's host. */
    Visitor neighbour() {
        return neighbour;
    }

    /** The neighbour with a session that may end. */
    Visitor neighbourAgain() {
        String there = neighbour.host();
        return Visitor.ofSession(
                there, Visitor.stranger(there).send(logIn(NEIGHBOUR)).expect(200));
    }

    /** The same with the neighbour's own names and customers; what is the company's alone stays. */
    static Call asNeighbour(Call call) {
        return new Call(
                call.method(),
                call.path(),
                call.headers(),
                call.body().map(body -> body.replace(NAME, "North").replaceAll("(?<!paula)@quillfeather", "@north")));
    }

    /** Who comes to the third workspace, which nobody has set up. */
    Visitor newcomer() {
        return Visitor.stranger(host.replace("127.0.0.1", NEWCOMERS_HOST));
    }

    /** The link with which the third workspace may be set up. */
    String newcomersLink() {
        try {
            return kontor.admin("setup-link", "south").text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Visitor stranger() {
        return Visitor.stranger(host);
    }

    /** A token that may exactly this. */
    Visitor holder(Set<String> permissions) {
        return holders.computeIfAbsent(permissions, scopes -> Visitor.ofToken(host, token(scopes)));
    }

    private String token(Set<String> scopes) {
        String list = String.join("\", \"", scopes);
        return proprietor
                .send(Call.post(
                        "/api/access/tokens",
                        "{\"name\": \"%s\", \"scopes\": [%s]}"
                                .formatted(NAME, scopes.isEmpty() ? "" : "\"" + list + "\"")))
                .expect(200)
                .json()
                .get("token")
                .asText();
    }

    /** Logs the proprietor in once more. */
    Visitor anotherSession() {
        return Visitor.ofSession(host, stranger().send(logIn()).expect(200));
    }

    static Call logIn() {
        return logIn(EMAIL);
    }

    private static Call logIn(String email) {
        return Call.post("/api/access/session", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD));
    }

    /** Somebody who was invited in this role and came. */
    Visitor colleague(String role) {
        return Visitor.ofSession(
                host, stranger().send(AccessSamples.accept(this, role)).expect(204));
    }

    /** What the proprietor reads there. */
    JsonNode read(String path) {
        return proprietor.send(Call.get(path)).expect(200).json();
    }

    /** The items of a list, which has some. */
    List<JsonNode> items(String path) {
        JsonNode list = read(path);
        JsonNode items = list.isArray() ? list : list.get("items");
        if (items.isEmpty()) {
            throw new AssertionError("Nothing is in " + path);
        }
        List<JsonNode> all = new ArrayList<>();
        items.forEach(all::add);
        return all;
    }

    String firstId(String path) {
        return items(path).get(0).get("id").asText();
    }

    /** The ids in a list, which may be empty. */
    Set<String> ids(String path) {
        JsonNode list = read(path);
        Set<String> ids = new TreeSet<>();
        (list.isArray() ? list : list.get("items"))
                .forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    /** The path of the two guests who look alike, even when somebody has told them apart. */
    String lookalikes() {
        if (lookalikes.isEmpty()) {
            lookalikes = "/api/customer/duplicates/" + firstId("/api/customer/duplicates");
        }
        return lookalikes;
    }

    /** A number that no other caller got. */
    int number() {
        return ++numbers;
    }

    static void until(Supplier<Boolean> reached) {
        long start = GrantedTime.nanos();
        while (!reached.get()) {
            if (GrantedTime.since(start).compareTo(PATIENCE) > 0) {
                throw new AssertionError("It did not happen within " + PATIENCE);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
