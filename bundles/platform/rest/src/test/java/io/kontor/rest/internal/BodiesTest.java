package io.kontor.rest.internal;

import static io.kontor.rest.internal.ProblemAnswers.assertProblem;
import static io.kontor.rest.internal.ProblemAnswers.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in is read, or told what is wrong with it. */
class BodiesTest extends NotesAtTheDoor {

    @Test
    void aPatchOfAnyJsonObjectIsRead() {
        HttpRequest.Builder patch = door.request("/api/note/notes/00000000-0000-0000-0000-000000000001")
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"title\":null}"));
        assertEquals("{\"has\":true}", door.send(patch).body());
    }

    @Test
    void aPatchThatIsAListIsToldToBeAnObject() throws Exception {
        HttpRequest.Builder patch = door.request("/api/note/notes/00000000-0000-0000-0000-000000000001")
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("[]"));
        assertEquals(
                "it must be an object",
                json(door.send(patch)).at("/arguments/reason").asText());
    }

    @Test
    void whatIsLeftOutIsEmptyOrNamedAsMissing() throws Exception {
        assertEquals(
                "{\"title\":\"a\",\"lines\":[],\"stars\":1,\"pinned\":false}",
                door.post("/api/note/notes", NOTE).body());
        assertField("stars", "{\"title\":\"a\"}");
        assertField("title", "{\"title\":null,\"stars\":1}");
        assertField(
                "lines[1].sku",
                "{\"title\":\"a\",\"stars\":1,\"lines\":[{\"sku\":\"x\",\"kind\":\"GOODS\"},{\"kind\":\"GOODS\"}]}");
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() throws Exception {
        assertField("stars", "{\"title\":\"a\",\"stars\":\"five\"}");
        assertField("stars", "{\"title\":\"a\",\"stars\":1.5}");
        assertField("title", "{\"title\":{},\"stars\":1}");
        assertField("day", "{\"title\":\"a\",\"stars\":1,\"day\":\"tomorrow\"}");
        assertField("lines[0].kind", "{\"title\":\"a\",\"stars\":1,\"lines\":[{\"sku\":\"x\",\"kind\":\"WISH\"}]}");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        for (String body : List.of("", "null", "{", "<html>", NOTE + "x", "[1]", "\u0000")) {
            assertProblem(400, "request.body-malformed", door.post("/api/note/notes", body));
        }
        HttpRequest.Builder latin = door.request("/api/note/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xe4, '"', '}'}));
        assertProblem(400, "request.body-malformed", door.send(latin));
    }

    @Test
    void aBodyOverTheLimitIsRefusedEvenIfItDoesNotSayItsLength() {
        String large = "{\"title\":\"" + "x".repeat(20_000) + "\",\"stars\":1}";
        assertProblem(413, "request.body-too-large", door.post("/api/note/notes", large));
        HttpRequest.Builder chunked = door.request("/api/note/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes())));
        assertProblem(413, "request.body-too-large", door.send(chunked));
        assertEquals(0, notes.made.get());
    }

    private void assertField(String field, String body) throws Exception {
        HttpResponse<String> answer = door.post("/api/note/notes", body);
        assertProblem(400, "request.invalid", answer);
        assertTrue(json(answer).get("fields").has(field), answer.body());
    }
}
