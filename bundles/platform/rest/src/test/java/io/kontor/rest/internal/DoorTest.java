package io.kontor.rest.internal;

import static io.kontor.rest.internal.ProblemAnswers.assertProblem;
import static io.kontor.rest.internal.ProblemAnswers.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorTest extends NotesAtTheDoor {

    @Test
    void aResourceAnswersBelowItsModulesName() throws Exception {
        HttpResponse<String> answer = door.get("/api/note/notes");
        assertEquals(200, answer.statusCode());
        assertEquals("{\"items\":[{\"sku\":\"A-1\",\"kind\":\"GOODS\"}],\"next\":null}", answer.body());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(answer.headers().firstValue("X-Request-Id").isPresent());
    }

    @Test
    void everyAnswerTellsOnceWhenItWasMade() throws Exception {
        for (String path : List.of("/api/note/notes", "/api/note/nowhere")) {
            List<String> dates = door.get(path).headers().allValues("Date");
            assertEquals(1, dates.size(), dates::toString);
            Instant made = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(dates.get(0)));
            long ago = Duration.between(made, Instant.now()).toSeconds();
            assertTrue(ago >= 0 && ago < 120, dates::toString);
        }
    }

    @Test
    void whatHttpItselfForbidsIsAProblemDocumentToo() {
        assertProblem(404, "request.path-unknown", door.get("/api/note/nothing/here"));
        assertProblem(404, "request.path-unknown", door.get("/api/nobody"));
        assertProblem(404, "request.path-unknown", door.get("/api/"));
        assertProblem(
                405,
                "request.method-not-allowed",
                door.send(door.request("/api/note/notes").DELETE()));
        assertProblem(
                406,
                "request.not-acceptable",
                door.send(door.request("/api/note/notes").header("Accept", "text/html")));
        assertProblem(
                415,
                "request.media-unsupported",
                door.send(door.request("/api/note/notes")
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString("<a/>"))));
    }

    @Test
    void aModulesErrorKeepsItsCodeAndArguments() throws Exception {
        HttpResponse<String> answer = door.post("/api/note/notes", "{\"title\":\"stale\",\"stars\":1}");
        assertProblem(412, "request.stale", answer);
        assertEquals(7, json(answer).at("/arguments/current").asInt());
    }

    @Test
    void aDefectTellsNothingButTheRequestsId() throws Exception {
        HttpResponse<String> answer = door.post("/api/note/notes", "{\"title\":\"defect\",\"stars\":1}");
        assertProblem(500, "request.failed", answer);
        assertFalse(answer.body().contains("hunter2"));
        assertEquals(
                answer.headers().firstValue("X-Request-Id").orElseThrow(),
                json(answer).at("/arguments/request").asText());
    }

    @Test
    void identifiersInThePathAreFoundOrNot() {
        assertEquals(
                200,
                door.get("/api/note/notes/00000000-0000-0000-0000-000000000001").statusCode());
        assertProblem(404, "request.not-found", door.get("/api/note/notes/of/7"));
        assertProblem(404, "request.not-found", door.get("/api/note/notes/xyz"));
        assertProblem(
                400, "request.invalid", door.get("/api/note/notes/of/00000000-0000-0000-0000-000000000001?since=soon"));
    }

    @Test
    void numbersAndChoicesInTheQueryAreReadOrNamed() {
        assertEquals(
                "\"GOODS5\"",
                door.get("/api/note/notes/filtered?kind=GOODS&stars=5").body());
        assertEquals("\"null3\"", door.get("/api/note/notes/filtered").body());
        assertProblem(400, "request.invalid", door.get("/api/note/notes/filtered?stars=many"));
        assertProblem(400, "request.invalid", door.get("/api/note/notes/filtered?kind=LUCK"));
    }

    @Test
    void aPlaceIsToldAsItIsAndNotAfterTheHostOfAnEarlierRequest() {
        door.get("/api/note/notes");
        HttpResponse<String> answer = door.post("/api/note/notes/placed", "");
        assertEquals(201, answer.statusCode());
        assertEquals(
                "/api/notes/notes/7", answer.headers().firstValue("Location").orElseThrow());
        assertEquals("\"4\"", answer.headers().firstValue("ETag").orElseThrow());
    }

    @Test
    void anUnknownHostIsMisdirected() throws Exception {
        try (var socket =
                new java.net.Socket("localhost", door.request("/").build().uri().getPort())) {
            socket.getOutputStream().write("GET /api/note/notes HTTP/1.0\r\nHost: elsewhere:80\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
            assertTrue(answer.contains("workspace.unknown"), answer);
        }
    }

    @Test
    void theGuardIsAskedWhateverTheClientDoes() {
        assertProblem(403, "access.denied", door.get("/api/note/notes/private"));
        assertEquals(
                405, door.get("/api/note/notes?_method=DELETE").statusCode() == 200 ? 405 : 0, "query changes nothing");
        assertEquals(
                200,
                door.send(door.request("/api/note/notes").header("X-HTTP-Method-Override", "POST"))
                        .statusCode());
    }

    @Test
    void theSameKeyHappensOnce() {
        String[] key = {"Idempotency-Key", "k1"};
        HttpResponse<String> first = door.post("/api/note/notes", NOTE, key);
        HttpResponse<String> second = door.post("/api/note/notes", NOTE, key);
        assertEquals(200, first.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(
                "application/json", second.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(1, notes.made.get());
        assertProblem(
                422,
                "request.idempotency-mismatch",
                door.post("/api/note/notes", "{\"title\":\"b\",\"stars\":1}", key));
        assertEquals(
                200,
                door.post("/api/note/notes", NOTE, "Idempotency-Key", "k1", "X-User", "2")
                        .statusCode());
        assertEquals(2, notes.made.get(), "another user's key is another key");
    }

    @Test
    void aFailedRequestMayBeRepairedUnderTheSameKey() {
        String[] key = {"Idempotency-Key", "k2"};
        assertProblem(412, "request.stale", door.post("/api/note/notes", "{\"title\":\"stale\",\"stars\":1}", key));
        assertEquals(200, door.post("/api/note/notes", NOTE, key).statusCode());
    }

    @Test
    void aSecretIsAnsweredOnce() {
        String[] key = {"Idempotency-Key", "k3"};
        assertEquals(
                "{\"token\":\"t1\"}",
                door.post("/api/note/notes/secret", "{}", key).body());
        assertProblem(409, "request.already-done", door.post("/api/note/notes/secret", "{}", key));
        assertEquals(1, notes.made.get());
    }

    @Test
    void anEndpointThatTheGateRefusesStaysClosed() {
        door.gate.refusing = true;
        door.endpoints.open("note", List.of(notes));
        assertProblem(503, "module.away", door.get("/api/note/notes"));
        assertEquals("as told", door.endpoints.refused().get("note"));
    }
}
