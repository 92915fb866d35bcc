package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final String NOTE = "{\"title\":\"a\",\"stars\":1}";

    private final NoteResource notes = new NoteResource();
    private RunningDoor door;

    @BeforeEach
    void start() throws Exception {
        door = new RunningDoor();
        door.endpoints.open("note", List.of(notes));
    }

    @AfterEach
    void stop() throws Exception {
        door.close();
    }

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

    @Test
    void aRequestWaitsForAModuleThatIsBeingReplaced() throws Exception {
        door.endpoints.close("note");
        var waiting = java.util.concurrent.CompletableFuture.supplyAsync(() -> door.get("/api/note/notes"));
        Thread.sleep(50);
        assertFalse(waiting.isDone());
        door.endpoints.open("note", List.of(new NoteResource()));
        assertEquals(200, waiting.get().statusCode());
    }

    @Test
    void aModuleThatStaysAwayAnswers503AndOneThatIsGone404() {
        door.endpoints.close("note");
        HttpResponse<String> answer = door.get("/api/note/notes");
        assertProblem(503, "module.away", answer);
        assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
        door.endpoints.forget("note");
        assertProblem(404, "request.path-unknown", door.get("/api/note/notes"));
    }

    @Test
    void heldRequestsTakeNoThreadAndAreAllAnsweredWhenTheModuleIsBack() throws Exception {
        door.holdMilliseconds = 60_000;
        door.endpoints.hold(Set.of("note"));
        List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                        () -> door.later(door.request("/api/note/notes").GET()))
                .limit(150)
                .toList();
        await(() -> door.endpoints.passages().waiting() == 150);
        door.endpoints.open("note", List.of(new NoteResource()));
        assertEquals(150, door.endpoints.passages().waiting(), "an endpoint that opens is held all the same");
        assertEquals(0, door.endpoints.passages().inside("note"));
        door.endpoints.release(Set.of("note"));
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            assertEquals(200, one.get().statusCode());
        }
    }

    @Test
    void aHeldPostIsDoneOnceWithItsBody() throws Exception {
        door.holdMilliseconds = 60_000;
        door.endpoints.hold(Set.of("note"));
        var waiting = door.later(door.request("/api/note/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(NOTE)));
        await(() -> door.endpoints.passages().waiting() == 1);
        door.endpoints.release(Set.of("note"));
        assertEquals(200, waiting.get().statusCode());
        assertEquals(1, notes.made.get());
    }

    @Test
    void heldTooLongOrTooManyAreTurnedAway() throws Exception {
        door.endpoints.hold(Set.of("note"));
        assertProblem(503, "module.away", door.get("/api/note/notes"));
        assertEquals(1, door.endpoints.passages().turnedAway());
        door.endpoints.release(Set.of("note"));
        assertEquals(200, door.get("/api/note/notes").statusCode());
    }

    @Test
    void whatIsReleasedWithoutBeingOpenIsAwayAtOnceAndWhatIsDismissedUnknown() {
        door.endpoints.hold(Set.of("note"));
        door.endpoints.close("note");
        door.endpoints.forget("note");
        door.endpoints.release(Set.of("note"));
        door.holdMilliseconds = 60_000;
        long began = System.nanoTime();
        assertProblem(503, "module.away", door.get("/api/note/notes"));
        assertTrue(System.nanoTime() - began < 30_000_000_000L, "it does not wait for what nobody brings back");
        door.endpoints.dismiss("note");
        assertProblem(404, "request.path-unknown", door.get("/api/note/notes"));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It did not come to that");
            Thread.sleep(2);
        }
    }

    private void assertField(String field, String body) throws Exception {
        HttpResponse<String> answer = door.post("/api/note/notes", body);
        assertProblem(400, "request.invalid", answer);
        assertTrue(json(answer).get("fields").has(field), answer.body());
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertAll(
                answer.body(),
                () -> assertEquals(status, answer.statusCode()),
                () -> assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse("none")),
                () -> assertEquals(code, json(answer).get("code").asText()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new JsonMapper().readTree(answer.body());
    }
}
