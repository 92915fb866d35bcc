package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.NOT_THERE;
import static io.kontor.it.permissions.Sample.Abroad.REFUSED;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.it.client.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sample requests of {@code catalog}, {@code order}, {@code pipeline} and {@code seller}. */
final class SalesSamples {

    private static final String PRODUCTS = "/api/catalog/products";
    private static final String ORDERS = "/api/order/orders";
    private static final String DEALS = "/api/pipeline/deals";
    private static final String PIPELINES = "/api/pipeline/pipelines";

    private SalesSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>(deals());
        samples.put("GET " + PRODUCTS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(PRODUCTS)));
        samples.put("GET " + PRODUCTS + "/{id}", Sample.of(200, NOT_THERE, c -> Call.get(first(c, PRODUCTS))));
        samples.put("PATCH " + PRODUCTS + "/{id}", Sample.of(200, NOT_THERE, SalesSamples::recategorise));
        samples.put("POST " + PRODUCTS + "/{id}/links/{other}", Sample.of(200, NOT_THERE, SalesSamples::link));
        samples.put("GET " + ORDERS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(ORDERS)));
        samples.put("GET " + ORDERS + "/{id}", Sample.of(200, NOT_THERE, c -> Call.get(first(c, ORDERS))));
        samples.put(
                "GET " + ORDERS + "/{id}/original",
                Sample.of(200, NOT_THERE, c -> Call.get(first(c, ORDERS) + "/original")));
        for (String sums : List.of(
                "/api/order/turnover",
                "/api/order/turnover/failed-payments",
                "/api/pipeline/agenda/steps",
                "/api/pipeline/agenda/neglected")) {
            samples.put("GET " + sums, Sample.of(200, NOTHING_OF_IT, c -> Call.get(sums)));
        }
        samples.put("GET /api/seller/entities", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/seller/entities")));
        samples.put("PATCH /api/seller/entities/{id}", Sample.of(200, NOT_THERE, SalesSamples::register));
        return samples;
    }

    private static Map<String, Sample> deals() {
        String deal = DEALS + "/{id}";
        Map<String, Sample> samples = new HashMap<>(boards());
        samples.put("GET " + DEALS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(DEALS)));
        samples.put("GET " + deal, Sample.of(200, NOT_THERE, c -> Call.get(deal(c))));
        samples.put("POST " + DEALS, Sample.of(201, REFUSED, SalesSamples::open));
        samples.put(
                "PATCH " + deal,
                Sample.of(200, NOT_THERE, c -> Call.patch(deal(c), 1, "{\"nextStep\": \"2030-01-01\"}")));
        samples.put("POST " + deal + "/move", Sample.of(200, NOT_THERE, SalesSamples::move));
        samples.put(
                "POST " + deal + "/win",
                Sample.of(200, NOT_THERE, c -> Call.post(deal(c) + "/win", "{\"version\": 1}")));
        samples.put(
                "POST " + deal + "/lose",
                Sample.of(200, NOT_THERE, c -> Call.post(deal(c) + "/lose", "{\"version\": 1, \"reason\": \"dear\"}")));
        samples.put("POST " + deal + "/reopen", Sample.of(200, NOT_THERE, SalesSamples::reopen));
        return samples;
    }

    private static Map<String, Sample> boards() {
        return Map.of(
                "GET " + PIPELINES,
                Sample.of(200, NOTHING_OF_IT, c -> Call.get(PIPELINES)),
                "PATCH " + PIPELINES + "/{id}",
                Sample.of(200, NOT_THERE, SalesSamples::rename),
                "GET " + PIPELINES + "/{id}/board",
                Sample.of(200, NOT_THERE, c -> Call.get(first(c, PIPELINES) + "/board")),
                "GET " + PIPELINES + "/{id}/stages/{stage}/deals",
                Sample.of(200, NOT_THERE, c -> Call.get(column(c))));
    }

    private static Call rename(Company company) {
        JsonNode pipeline = company.items(PIPELINES).get(0);
        return Call.patch(
                PIPELINES + "/" + pipeline.get("id").asText(),
                pipeline.get("version").asLong(),
                "{\"name\": \"%s sales %d\"}"
                        .formatted(Company.NAME, pipeline.get("version").asLong()));
    }

    private static String first(Company company, String list) {
        return list + "/" + company.firstId(list);
    }

    private static Call recategorise(Company company) {
        JsonNode product = company.items(PRODUCTS).get(0);
        return Call.patch(
                PRODUCTS + "/" + product.get("id").asText(),
                product.get("version").asLong(),
                "{\"taxCategory\": \"STANDARD\"}");
    }

    /** The shops sell something with one article number. */
    private static Call link(Company company) {
        JsonNode proposal = company.items(PRODUCTS).stream()
                .map(product -> company.read(PRODUCTS + "/" + product.get("id").asText()))
                .flatMap(detail -> detail.get("proposals").findParents("other").stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No two products are proposed to be one"));
        return Call.post(
                PRODUCTS + "/" + proposal.get("product").asText() + "/links/"
                        + proposal.get("other").asText(),
                "{\"decision\": \"REJECTED\"}");
    }

    private static Call register(Company company) {
        JsonNode entity = company.items("/api/seller/entities").get(0);
        return Call.patch(
                "/api/seller/entities/" + entity.get("id").asText(),
                entity.get("version").asLong(),
                "{\"taxId\": \"DE123456789\"}");
    }

    private static Call open(Company company) {
        return Call.post(
                DEALS,
                "{\"pipeline\": \"%s\", \"title\": \"%s\", \"value\": {\"minor\": 990, \"currency\": \"EUR\"}}"
                        .formatted(company.firstId(PIPELINES), Company.NAME));
    }

    /** The path of a new deal. */
    private static String deal(Company company) {
        return DEALS + "/"
                + company.proprietor()
                        .send(open(company))
                        .expect(201)
                        .json()
                        .path("deal")
                        .path("id")
                        .asText();
    }

    private static Call move(Company company) {
        String stage =
                company.items(PIPELINES).get(0).get("stages").get(1).get("id").asText();
        return Call.post(deal(company) + "/move", "{\"version\": 1, \"stage\": \"" + stage + "\"}");
    }

    private static Call reopen(Company company) {
        String deal = deal(company);
        long version = company.proprietor()
                .send(Call.post(deal + "/win", "{\"version\": 1}"))
                .expect(200)
                .version();
        return Call.post(deal + "/reopen", "{\"version\": " + version + "}");
    }

    private static String column(Company company) {
        JsonNode pipeline = company.items(PIPELINES).get(0);
        return PIPELINES + "/" + pipeline.get("id").asText() + "/stages/"
                + pipeline.get("stages").get(0).get("id").asText() + "/deals";
    }
}
