package io.kontor.rest.internal;

import static io.kontor.rest.internal.ProblemAnswers.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests to a module that is being replaced wait for it. */
class HeldRequestsTest extends NotesAtTheDoor {

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
}
