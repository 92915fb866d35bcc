package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.rest.RestError;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DatabaseTest(workspace = "rest")
@Timeout(60)
class IdempotencyTest {

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final AtomicInteger done = new AtomicInteger();
    private Answers answers;
    private Idempotency node;

    IdempotencyTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aNodeStarts() {
        answers = new AnswerStore(database.store("rest"), clock);
        node = anotherNode();
    }

    @Test
    void aRepeatedRequestGetsTheAnswerOfTheFirstEvenFromAnotherNode() {
        Answer first = node.once(intent("key", "body"), () -> answer("made"));
        Answer second = anotherNode().once(intent("key", "body"), () -> answer("made again"));
        assertEquals(1, done.get());
        assertEquals(201, second.status());
        assertEquals(first.location(), second.location());
        assertEquals(Optional.of("\"3\""), second.version());
        assertArrayEquals(first.body(), second.body());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndDoesNothing() {
        node.once(intent("key", "body"), () -> answer("made"));
        assertFails(RestError.IDEMPOTENCY_MISMATCH, () -> node.once(intent("key", "other"), () -> answer("other")));
        assertEquals(422, RestError.IDEMPOTENCY_MISMATCH.kind().status());
        assertEquals(1, done.get());
    }

    @Test
    void whileTheFirstIsAtWorkTheSecondIsToldSoAndLaterGetsTheAnswer() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Answer> first = elsewhere(() -> node.once(intent("key", "body"), () -> {
            begun.countDown();
            await(mayEnd);
            return answer("made");
        }));
        await(begun);
        assertFails(RestError.IDEMPOTENCY_BUSY, () -> node.once(intent("key", "body"), () -> answer("twice")));
        mayEnd.countDown();
        assertArrayEquals(
                first.join().body(),
                node.once(intent("key", "body"), () -> answer("twice")).body());
        assertEquals(1, done.get());
    }

    @Test
    void ofTwoNodesAtWorkOneCommitsAndBothAnswerTheSame() {
        Idempotency other = anotherNode();
        CountDownLatch bothBegun = new CountDownLatch(2);
        CompletableFuture<Answer> here = elsewhere(() -> node.once(intent("key", "body"), () -> {
            meet(bothBegun);
            return recorded("here");
        }));
        CompletableFuture<Answer> there = elsewhere(() -> other.once(intent("key", "body"), () -> {
            meet(bothBegun);
            return recorded("there");
        }));
        assertArrayEquals(here.join().body(), there.join().body());
        boolean hereKept = found(intent("here", "trace"));
        boolean thereKept = found(intent("there", "trace"));
        assertTrue(hereKept ^ thereKept, "the work of exactly one of them is kept");
    }

    @Test
    void workThatFailsLeavesNothingAndMayBeDoneUnderTheSameKey() {
        assertThrows(
                IllegalStateException.class,
                () -> node.once(intent("key", "body"), () -> {
                    recorded("trace");
                    throw new IllegalStateException("the power is cut");
                }));
        assertFalse(found(intent("trace", "trace")), "what was written before is rolled back");
        assertFalse(found(intent("key", "body")), "no answer is stored");
        assertEquals(201, node.once(intent("key", "body"), () -> answer("made")).status());
    }

    @Test
    void aSecretAnswerIsNeverStored() {
        Intent secret = new Intent(database.workspace(), hash("key"), hash("body"), true, false);
        assertEquals("token", text(node.once(secret, () -> answer("token"))));
        assertFails(RestError.ALREADY_DONE, () -> node.once(secret, () -> answer("another")));
        int bytes = database.transactions()
                .read(() -> database.store("rest")
                        .sql()
                        .one("select length(body) as bytes from rest_idempotency", row -> row.integer("bytes"))
                        .orElseThrow());
        assertEquals(0, bytes);
    }

    @Test
    void workThatAsksStrangersHoldsNoTransactionAndIsStillDoneOnce() {
        Intent outside = new Intent(database.workspace(), hash("key"), hash("body"), false, true);
        Answer first = node.once(outside, () -> {
            assertFalse(database.transactions().active(), "nobody waits for strangers with a connection in hand");
            return answer("made");
        });
        Answer second = anotherNode().once(outside, () -> answer("made again"));
        assertEquals(1, done.get());
        assertArrayEquals(first.body(), second.body());
    }

    @Test
    void answersAreForgottenAfterADayAndNotBefore() {
        node.once(intent("key", "body"), () -> answer("made"));
        StaleAnswers sweep =
                new StaleAnswers(answers, new OneWorkspace(database.workspace()), database.workspaces(), clock);
        try {
            clock.advance(Duration.ofHours(24));
            sweep.sweep();
            assertTrue(found(intent("key", "body")), "the day is just over");
            clock.advance(Duration.ofSeconds(1));
            sweep.sweep();
            assertFalse(found(intent("key", "body")));
        } finally {
            sweep.stop();
        }
    }

    private Idempotency anotherNode() {
        return new Idempotency(answers, database.transactions(), database.workspaces(), new ThreadActorContext());
    }

    /** Work that leaves a row of its own behind, beside its answer. */
    private Answer recorded(String trace) {
        answers.keep(intent(trace, "trace"), new Answer(204, Optional.empty(), Optional.empty(), new byte[0]));
        return answer(trace);
    }

    private Answer answer(String body) {
        done.incrementAndGet();
        return new Answer(
                201, Optional.of("/api/notes/1"), Optional.of("\"3\""), body.getBytes(StandardCharsets.UTF_8));
    }

    private boolean found(Intent intent) {
        return database.transactions().read(() -> answers.find(intent).isPresent());
    }

    private Intent intent(String key, String body) {
        return new Intent(database.workspace(), hash(key), hash(body), false, false);
    }

    private static byte[] hash(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private <T> CompletableFuture<T> elsewhere(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> database.workspaces().call(database.workspace(), work));
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        await(all);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "the other side never came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFails(ErrorCode expected, Runnable work) {
        assertEquals(expected, assertThrows(KontorException.class, work::run).error());
    }

    private record OneWorkspace(WorkspaceId workspace) implements WorkspaceDirectory {

        @Override
        public Set<WorkspaceId> all() {
            return Set.of(workspace);
        }

        @Override
        public Optional<WorkspaceId> byHost(String host) {
            return Optional.empty();
        }

        @Override
        public Set<String> hosts(WorkspaceId owner) {
            return Set.of();
        }
    }
}
