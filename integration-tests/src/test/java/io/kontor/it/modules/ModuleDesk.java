package io.kontor.it.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import io.kontor.it.story.RunningKontor;
import java.time.Duration;
import java.util.Optional;

/** A proprietor at the page of the modules, by its REST side. */
final class ModuleDesk {
    static final String INSTALL = "install";
    static final String UPDATE = "update";
    static final String REMOVE = "remove";
    static final String ROLL_BACK = "rollback";

    private static final String MODULES = "/api/modules";
    private static final String OPERATIONS = MODULES + "/operations";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Visitor proprietor;

    ModuleDesk(Visitor proprietor) {
        this.proprietor = proprietor;
    }

    /** What is asked for: a plan first, and then exactly that. */
    private record Wish(String action, Optional<String> module, Optional<String> artefact) {
        ObjectNode json() {
            ObjectNode json = RunningKontor.JSON.createObjectNode().put("action", action);
            module.ifPresent(name -> json.put("module", name));
            artefact.ifPresent(id -> json.put("artefact", id));
            return json;
        }
    }

    /** The module, if it is there in any state. */
    Optional<JsonNode> find(String module) {
        for (JsonNode one :
                proprietor.send(Call.get(MODULES)).expect(200).json().path("items")) {
            if (one.path("name").asText().equals(module)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    JsonNode module(String module) {
        return find(module).orElseThrow(() -> new AssertionError("There is no module " + module));
    }

    /** Its state, or {@code absent}. */
    String state(String module) {
        return find(module).map(found -> found.path("state").asText()).orElse("absent");
    }

    void awaitState(String module, String state) throws Exception {
        RunningKontor.await(
                module + " is " + state, PATIENCE, () -> state(module).equals(state));
    }

    /** Sends a file, whatever comes of it. */
    Answer send(byte[] kar) {
        return proprietor.send(
                Call.of("POST", MODULES + "/artefacts").with("Content-Type", "application/octet-stream"), kar);
    }

    /** Sends a file that must be taken; answers the artefact's id. */
    String upload(Kar kar) {
        return send(kar.bytes()).expect(201).id();
    }

    /** Begins an installation or update with the administrator's word; answers the operation's id. */
    String begin(String action, Kar kar) {
        return begin(new Wish(action, Optional.of(kar.module()), Optional.of(upload(kar))));
    }

    private String begin(Wish wish) {
        ObjectNode request = wish.json();
        JsonNode plan = plan(wish);
        assertEquals("", plan.path("refusal").path("code").asText(), plan::toString);
        request.put("plan", plan.path("id").asText()).put("trust", true);
        return proprietor
                .send(Call.post(OPERATIONS, request.toString()))
                .expect(202)
                .id();
    }

    private JsonNode plan(Wish wish) {
        return proprietor
                .send(Call.post(MODULES + "/plans", wish.json().toString()))
                .expect(200)
                .json();
    }

    /** What would be done with a file. */
    JsonNode plan(String action, Kar kar) {
        return plan(new Wish(action, Optional.of(kar.module()), Optional.of(upload(kar))));
    }

    /** What would be done with an artefact as it was described when it was stored. */
    JsonNode planOf(String action, JsonNode artefact) {
        return plan(new Wish(
                action,
                Optional.of(artefact.path("module").asText()),
                Optional.of(artefact.path("id").asText())));
    }

    /** What could be installed. */
    JsonNode artefacts() {
        return proprietor.send(Call.get(MODULES + "/artefacts")).expect(200).json();
    }

    /** What would be done with a module that is there. */
    JsonNode plan(String action, String module) {
        return plan(new Wish(action, Optional.of(module), Optional.empty()));
    }

    /** Does what must succeed. */
    JsonNode done(String action, Kar kar) throws Exception {
        return expect("done", ended(begin(action, kar)));
    }

    JsonNode done(String action, String module) throws Exception {
        return expect("done", ended(begin(new Wish(action, Optional.of(module), Optional.empty()))));
    }

    /** Does an installation or update, however it ends. */
    JsonNode ended(String action, Kar kar) throws Exception {
        return ended(begin(action, kar));
    }

    /** The operation when it is over. */
    JsonNode ended(String operation) throws Exception {
        RunningKontor.await(
                "the end of operation " + operation,
                PATIENCE,
                () -> !operation(operation).path("state").asText().equals("running"));
        return operation(operation);
    }

    JsonNode operation(String id) {
        return proprietor.send(Call.get(OPERATIONS + "/" + id)).expect(200).json();
    }

    /** The operations, the newest first. */
    JsonNode operations() {
        return proprietor.send(Call.get(OPERATIONS)).expect(200).json().path("items");
    }

    static JsonNode expect(String state, JsonNode operation) {
        assertEquals(state, operation.path("state").asText(), operation::toString);
        return operation;
    }

    /** What the sample answers: which version it is, and how many customers it noted. */
    JsonNode sample() {
        return proprietor.send(Call.get("/api/sample/notes")).expect(200).json();
    }

    String sampleVersion() {
        return sample().path("version").asText();
    }

    /** Somebody new, of whom every module hears. */
    String registerCustomer(String name) {
        return proprietor
                .send(Call.post("/api/customer/customers", """
                        {"kind": "PERSON", "givenName": "Carla", "familyName": "%1$s",
                         "emails": ["%1$s@customer.example"], "phones": [], "tags": [], "country": "DE",
                         "addresses": []}""".formatted(name)))
                .expect(201)
                .id();
    }

    /** As {@link Visitor#send(Call)} of the proprietor. */
    Answer send(Call call) {
        return proprietor.send(call);
    }

    Visitor proprietor() {
        return proprietor;
    }
}
