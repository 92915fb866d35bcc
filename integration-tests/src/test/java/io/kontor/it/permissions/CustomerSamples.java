package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.NOT_THERE;

import io.kontor.it.client.Call;
import java.util.HashMap;
import java.util.Map;

/** Sample requests of {@code customer}. */
final class CustomerSamples {

    private static final String CUSTOMERS = "/api/customer/customers";
    private static final String ONE = CUSTOMERS + "/{id}";
    private static final String FIELDS = "/api/customer/fields";
    private static final String TEXT = "{\"text\": \"" + Company.NAME + " likes blue\"}";

    private CustomerSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>(notes());
        samples.putAll(identities());
        samples.put("GET /api/search", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/search?q=" + Company.NAME)));
        samples.put("GET " + CUSTOMERS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(CUSTOMERS)));
        samples.put("GET " + ONE, Sample.of(200, NOT_THERE, c -> Call.get(customer(c))));
        samples.put("POST " + CUSTOMERS, Sample.ownWork(201, c -> c.ids(CUSTOMERS), CustomerSamples::register));
        samples.put(
                "PATCH " + ONE,
                Sample.of(
                        200, NOT_THERE, c -> Call.patch(customer(c), 1, "{\"familyName\": \"" + Company.NAME + "\"}")));
        samples.put("GET " + FIELDS, Sample.of(200, NOTHING_OF_IT, c -> Call.get(FIELDS)));
        samples.put("PUT " + FIELDS + "/{key}", Sample.ownWork(200, c -> c.read(FIELDS), CustomerSamples::redeclare));
        samples.put("DELETE " + FIELDS + "/{key}", Sample.of(204, NOT_THERE, CustomerSamples::withdraw));
        return samples;
    }

    private static Map<String, Sample> notes() {
        return Map.of(
                "GET " + ONE + "/timeline",
                Sample.of(200, NOT_THERE, c -> Call.get(customer(c) + "/timeline")),
                "POST " + ONE + "/notes",
                Sample.of(201, NOT_THERE, c -> Call.post(customer(c) + "/notes", TEXT)),
                "PUT " + ONE + "/notes/{note}",
                Sample.of(200, NOT_THERE, c -> Call.put(note(c), TEXT)),
                "DELETE " + ONE + "/notes/{note}",
                Sample.of(204, NOT_THERE, c -> Call.delete(note(c))),
                "POST " + ONE + "/notes/{note}/restore",
                Sample.of(200, NOT_THERE, CustomerSamples::restore));
    }

    private static Map<String, Sample> identities() {
        return Map.of(
                "GET " + ONE + "/merged",
                Sample.of(200, NOT_THERE, c -> Call.get(customer(c) + "/merged")),
                "POST " + ONE + "/merge",
                Sample.of(200, NOT_THERE, c -> Call.post(customer(c) + "/merge", other(customer(c)))),
                "POST " + ONE + "/unmerge",
                Sample.of(200, NOT_THERE, CustomerSamples::unmerge),
                "GET /api/customer/duplicates",
                Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/customer/duplicates")),
                "POST /api/customer/duplicates/{id}/dismiss",
                Sample.of(204, NOT_THERE, c -> judged(c, "/reopen", "/dismiss")),
                "POST /api/customer/duplicates/{id}/reopen",
                Sample.of(204, NOT_THERE, c -> judged(c, "/dismiss", "/reopen")));
    }

    /** The former judgement is there already if nobody has judged since; then it is refused. */
    private static Call judged(Company company, String before, String now) {
        company.proprietor().send(Call.of("POST", company.lookalikes() + before));
        return Call.of("POST", company.lookalikes() + now);
    }

    static Call register(Company company) {
        return Call.post(CUSTOMERS, """
                {"kind": "PERSON", "givenName": "Dora", "familyName": "%s", "emails": ["d%d@quillfeather.example"],
                 "phones": [], "addresses": [], "tags": []}""".formatted(Company.NAME, company.number()));
    }

    /** The path of a new customer. */
    static String customer(Company company) {
        return CUSTOMERS + "/"
                + company.proprietor().send(register(company)).expect(201).id();
    }

    /** The path of a new note. */
    private static String note(Company company) {
        String notes = customer(company) + "/notes";
        return notes + "/"
                + company.proprietor().send(Call.post(notes, TEXT)).expect(201).id();
    }

    private static Call restore(Company company) {
        String note = note(company);
        company.proprietor().send(Call.delete(note)).expect(204);
        return Call.of("POST", note + "/restore");
    }

    private static String other(String path) {
        return "{\"other\": \"" + path.substring(path.lastIndexOf('/') + 1) + "\"}";
    }

    private static Call unmerge(Company company) {
        String survivor = customer(company);
        String other = other(customer(company));
        company.proprietor().send(Call.post(survivor + "/merge", other)).expect(200);
        return Call.post(survivor + "/unmerge", other);
    }

    private static Call declare(Company company) {
        return Call.put(
                FIELDS + "/colour-" + company.number(),
                "{\"label\": \"" + Company.NAME + "\", \"type\": \"TEXT\", \"choices\": []}");
    }

    /** The neighbour's field of the same key is another one. */
    private static Call redeclare(Company company) {
        Call declared = declare(company);
        company.proprietor().send(declared).expect(200);
        return Call.put(declared.path(), "{\"label\": \"Colour\", \"type\": \"TEXT\", \"choices\": []}");
    }

    private static Call withdraw(Company company) {
        Call declared = declare(company);
        company.proprietor().send(declared).expect(200);
        return Call.delete(declared.path());
    }
}
