package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.NOT_THERE;
import static io.kontor.it.permissions.Sample.Abroad.REFUSED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.it.client.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sample requests of {@code connector}. */
final class ConnectorSamples {

    private static final String ACCOUNTS = "/api/connector/accounts";
    private static final String ONE = ACCOUNTS + "/{id}";
    private static final String LETTERS = ACCOUNTS + "/{account}/dead-letters";
    private static final String AUTHORISATIONS = "/api/connector/authorisations";
    private static final Pattern STATE = Pattern.compile("[?&]user_id=([^&]+)");

    /** A shop that is connected and disconnected while the others are asked about. */
    private final FakeWooCommerce spare;

    /** The path of a document that was set aside and given up; empty until one is needed. */
    private String givenUp = "";

    ConnectorSamples(FakeWooCommerce spare) {
        this.spare = spare;
    }

    Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>(letters());
        samples.put("GET /api/connector/kinds", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/connector/kinds")));
        samples.put("GET " + ACCOUNTS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(ACCOUNTS)));
        samples.put("POST " + ACCOUNTS, Sample.ownWork(201, c -> c.ids(ACCOUNTS), this::connect));
        samples.put("GET " + ONE, Sample.of(200, NOT_THERE, c -> Call.get(account(c))));
        samples.put("PATCH " + ONE, Sample.of(200, NOT_THERE, ConnectorSamples::label));
        samples.put("DELETE " + ONE, Sample.of(204, NOT_THERE, this::disconnect));
        samples.put("GET " + ONE + "/progress", Sample.of(200, NOT_THERE, c -> Call.get(account(c) + "/progress")));
        samples.put("POST " + ONE + "/sweep", Sample.of(202, NOT_THERE, c -> Call.of("POST", account(c) + "/sweep")));
        // The neighbour's own address is not encrypted, so no shop may send its keys there.
        samples.put("POST " + AUTHORISATIONS, Sample.of(200, REFUSED, c -> start()));
        samples.put("POST " + AUTHORISATIONS + "/{state}", Sample.of(200, REFUSED, this::finish));
        return samples;
    }

    private Map<String, Sample> letters() {
        return Map.of(
                "GET " + LETTERS,
                Sample.of(200, NOT_THERE, c -> Call.get(account(c) + "/dead-letters")),
                "POST " + LETTERS + "/{id}/discard",
                Sample.of(204, NOT_THERE, c -> Call.of("POST", letter(c) + "/discard")),
                "POST " + LETTERS + "/{id}/restore",
                Sample.of(204, NOT_THERE, this::restore),
                "POST " + LETTERS + "/{id}/retry",
                Sample.of(204, NOT_THERE, ConnectorSamples::retry));
    }

    /** The account of the first shop, which is set up first. */
    private static JsonNode shop(Company company) {
        String url = company.shops().get(0).url();
        return company.items(ACCOUNTS).stream()
                .filter(account -> account.get("url").asText().equals(url))
                .findFirst()
                .orElseThrow();
    }

    private static String account(Company company) {
        return ACCOUNTS + "/" + shop(company).get("id").asText();
    }

    private static Call label(Company company) {
        JsonNode shop = shop(company);
        return Call.patch(
                ACCOUNTS + "/" + shop.get("id").asText(),
                shop.get("version").asLong(),
                "{\"label\": \"" + Company.NAME + " again\"}");
    }

    /** A fresh one: whoever asked before left it connected. */
    private Call connect(Company company) {
        forget(company);
        return Call.post(ACCOUNTS, Company.connection(spare));
    }

    private void forget(Company company) {
        company.items(ACCOUNTS).stream()
                .filter(account -> account.get("url").asText().equals(spare.url()))
                .forEach(account -> company.proprietor()
                        .send(Call.delete(ACCOUNTS + "/" + account.get("id").asText()))
                        .expect(204));
    }

    private Call disconnect(Company company) {
        forget(company);
        return Call.delete(ACCOUNTS + "/" + company.account(spare));
    }

    private Call start() {
        return Call.post(AUTHORISATIONS, "{\"kind\": \"woocommerce\", \"url\": \"" + spare.url() + "\"}");
    }

    /** What the shop sends when its owner has agreed. */
    private Call finish(Company company) {
        forget(company);
        Matcher state = STATE.matcher(company.proprietor()
                .send(start())
                .expect(200)
                .json()
                .get("location")
                .asText());
        if (!state.find()) {
            throw new AssertionError("The shop's page is not told the state");
        }
        return Call.post(
                AUTHORISATIONS + "/" + state.group(1),
                "{\"user_id\": \"%s\", \"consumer_key\": \"%s\", \"consumer_secret\": \"%s\"}"
                        .formatted(state.group(1), spare.consumerKey(), spare.consumerSecret()));
    }

    /** A document that was set aside. */
    private static String letter(Company company) {
        return account(company) + "/dead-letters/" + company.firstId(account(company) + "/dead-letters");
    }

    /** The last one is left alone by the others; it was given up unless whoever asked before has brought it back. */
    private Call restore(Company company) {
        if (givenUp.isEmpty()) {
            String letters = account(company) + "/dead-letters";
            List<JsonNode> all = company.items(letters);
            givenUp = letters + "/" + all.get(all.size() - 1).get("id").asText();
        }
        company.proprietor().send(Call.of("POST", givenUp + "/discard"));
        return Call.of("POST", givenUp + "/restore");
    }

    /** The shop corrects the order before somebody tries again. */
    private static Call retry(Company company) {
        FakeWooCommerce shop = company.shops().get(0);
        JsonNode letter = company.items(account(company) + "/dead-letters").get(0);
        ObjectNode right =
                shop.order(letter.get("externalId").asLong()).orElseThrow().deepCopy();
        shop.loadOrder(right.put("currency", "EUR"));
        return Call.of(
                "POST", account(company) + "/dead-letters/" + letter.get("id").asText() + "/retry");
    }
}
