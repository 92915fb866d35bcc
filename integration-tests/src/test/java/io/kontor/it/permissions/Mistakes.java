package io.kontor.it.permissions;

import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.util.List;
import java.util.stream.Stream;

/** Requests that are wrong, each in one way, and how they are answered. */
final class Mistakes {

    private static final String CUSTOMERS = "/api/customer/customers";
    private static final int OVER_THE_LIMIT = 2 * 1024 * 1024 + 1;
    private static final int DEEPER_THAN_READ = 2000;

    private final Company company;
    private final String customer;

    Mistakes(Company company) {
        this.company = company;
        this.customer = CustomerSamples.customer(company);
    }

    /** @param name says what is wrong */
    record Mistake(String name, Visitor visitor, Call call, int status, String code) {}

    List<Mistake> all() {
        return Stream.of(paths(), bodies(), queries(), versions())
                .flatMap(List::stream)
                .toList();
    }

    private List<Mistake> paths() {
        Visitor elsewhere = company.proprietor().at(company.host().replace("127.0.0.1", "127.0.0.2"));
        return List.of(
                mistake("an unknown module", Call.get("/api/nothing"), 404, "request.path-unknown"),
                mistake("an unknown path", Call.get("/api/customer/nothing"), 404, "request.path-unknown"),
                mistake("no path", Call.get("/api"), 404, "request.path-unknown"),
                mistake("an id that is none", Call.get(CUSTOMERS + "/abc"), 404, "request.not-found"),
                mistake("another method", Call.put(CUSTOMERS, "{}"), 405, "request.method-not-allowed"),
                mistake("a method of nobody", Call.of("BREW", CUSTOMERS), 405, "request.method-not-allowed"),
                mistake("a change of the stream", Call.put("/api/events", "{}"), 405, "request.method-not-allowed"),
                mistake(
                        "a page where JSON is",
                        Call.get(CUSTOMERS).with("Accept", "text/html"),
                        406,
                        "request.not-acceptable"),
                new Mistake("an unknown host", elsewhere, Call.get(CUSTOMERS), 421, "workspace.unknown"),
                new Mistake(
                        "the description for a stranger",
                        company.stranger(),
                        Call.get("/api/openapi.json"),
                        401,
                        "request.log-in-required"),
                mistake(
                        "a change of the description",
                        Call.delete("/api/openapi.json"),
                        405,
                        "request.method-not-allowed"),
                new Mistake(
                        "the stream of a stranger",
                        company.stranger(),
                        Call.get("/api/events"),
                        401,
                        "request.log-in-required"));
    }

    private List<Mistake> bodies() {
        return List.of(
                mistake(
                        "XML",
                        Call.of("POST", CUSTOMERS).body("application/xml", "<a/>"),
                        415,
                        "request.media-unsupported"),
                mistake(
                        "a form",
                        Call.of("POST", CUSTOMERS).body("application/x-www-form-urlencoded", "kind=PERSON"),
                        415,
                        "request.media-unsupported"),
                mistake("broken JSON", Call.post(CUSTOMERS, "{\"kind\":"), 400, "request.body-malformed"),
                mistake("an empty body", Call.post(CUSTOMERS, ""), 400, "request.body-malformed"),
                mistake("null", Call.post(CUSTOMERS, "null"), 400, "request.body-malformed"),
                mistake("a list for an object", Call.post(CUSTOMERS, "[]"), 400, "request.body-malformed"),
                mistake(
                        "deep nesting",
                        Call.patch(customer, 1, "{\"tags\":" + "[".repeat(DEEPER_THAN_READ)),
                        400,
                        "request.body-malformed"),
                mistake("a missing field", Call.post(CUSTOMERS, "{}"), 400, "request.invalid"),
                mistake("a number for a word", Call.post(CUSTOMERS, "{\"kind\": 3}"), 400, "request.invalid"),
                mistake(
                        "text for a list",
                        Call.post(CUSTOMERS, "{\"kind\": \"PERSON\", \"emails\": \"x\"}"),
                        400,
                        "request.invalid"),
                mistake(
                        "text for a number",
                        Call.post("/api/pipeline/deals", "{\"value\": {\"minor\": \"10\", \"currency\": \"EUR\"}}"),
                        400,
                        "request.invalid"),
                mistake(
                        "a body over the limit",
                        Call.post(CUSTOMERS, " ".repeat(OVER_THE_LIMIT)),
                        413,
                        "request.body-too-large"),
                mistake(
                        "a key without characters",
                        Call.post(CUSTOMERS, "{}").with("Idempotency-Key", " "),
                        400,
                        "request.idempotency-key-invalid"));
    }

    private List<Mistake> queries() {
        Stream<Mistake> cursors = Stream.of(
                        CUSTOMERS,
                        customer + "/timeline",
                        "/api/customer/duplicates",
                        "/api/order/orders",
                        "/api/catalog/products",
                        "/api/pipeline/deals",
                        "/api/access/users",
                        "/api/access/audit")
                .flatMap(list -> Stream.of("%21", "YWJj", "YQ")
                        .map(cursor -> mistake(
                                "the cursor " + cursor + " of " + list,
                                Call.get(list + "?cursor=" + cursor),
                                400,
                                "request.cursor-invalid")));
        Stream<Mistake> types = Stream.of(
                        CUSTOMERS + "?limit=many",
                        "/api/order/orders?state=NOPE",
                        "/api/pipeline/deals?owner=abc",
                        "/api/access/audit?type=user&id=abc")
                .map(path -> mistake("the type in " + path, Call.get(path), 400, "request.invalid"));
        return Stream.concat(cursors, types).toList();
    }

    private List<Mistake> versions() {
        Call patch = Call.of("PATCH", customer).body("application/merge-patch+json", "{}");
        return List.of(
                mistake("no version", patch, 428, "request.if-match-required"),
                mistake("a version that is none", patch.with("If-Match", "new"), 400, "request.if-match-invalid"),
                mistake("a version of another time", patch.with("If-Match", "\"99\""), 412, "request.stale"),
                mistake(
                        "a patch that is a list",
                        Call.of("PATCH", customer)
                                .body("application/merge-patch+json", "[]")
                                .with("If-Match", "\"1\""),
                        400,
                        "request.body-malformed"),
                mistake(
                        "a patch of a field that is none",
                        Call.patch(customer, 1, "{\"shoeSize\": 44}"),
                        400,
                        "request.invalid"));
    }

    private Mistake mistake(String name, Call call, int status, String code) {
        return new Mistake(name, company.proprietor(), call, status, code);
    }
}
