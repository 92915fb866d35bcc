package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiDocumentServletTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOTES = """
            {"paths": {"/api/note/notes": {"get": {"operationId": "note.list"}}}}
            """;

    private final RunningDoor door;

    ApiDocumentServletTest() throws Exception {
        door = new RunningDoor();
    }

    @BeforeEach
    void aModuleRuns() throws Exception {
        door.documents.add((ObjectNode) JSON.readTree(NOTES));
        door.endpoints.open("note", List.of(new NoteResource()));
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void whoIsLoggedInReadsWhatTheRunningModulesAnswer() throws Exception {
        HttpResponse<String> answer = door.get("/api/openapi.json");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(paths(answer).has("/api/note/notes"));
    }

    @Test
    void whatAModuleAnsweredGoesWithIt() throws Exception {
        door.endpoints.close("note");
        assertFalse(paths(door.get("/api/openapi.json")).has("/api/note/notes"));
    }

    @Test
    void aStrangerIsAskedToLogIn() throws Exception {
        HttpResponse<String> answer =
                door.send(door.request("/api/openapi.json").header("X-Stranger", "yes"));
        assertEquals(401, answer.statusCode());
        assertEquals(
                "request.log-in-required",
                JSON.readTree(answer.body()).path("code").asText());
    }

    private static JsonNode paths(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("paths");
    }
}
