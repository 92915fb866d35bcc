package io.kontor.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.events.TailEvent;
import io.kontor.events.internal.TestEvents.Happened;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "events")
class SequencerTest {

    private static final int WRITERS = 8;
    private static final int EACH = 60;

    private final TestDatabase database;
    private TestEvents first;
    private TestEvents second;

    SequencerTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        first = new TestEvents(database, new TestClock(), "first");
        second = new TestEvents(database, new TestClock(), "second");
    }

    @AfterEach
    void stop() throws InterruptedException {
        first.stop();
        second.stop();
    }

    /** Each third transaction is rolled back, and commits overtake each other. */
    private int writeManyFromBothNodes() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        AtomicInteger committed = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            TestEvents node = writer % 2 == 0 ? first : second;
            int subject = writer + 1;
            running.add(threads.submit(
                    () -> database.workspaces().run(database.workspace(), () -> write(node, subject, committed))));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        return committed.get();
    }

    private static void write(TestEvents node, int subject, AtomicInteger committed) {
        for (int i = 0; i < EACH; i++) {
            int number = i;
            try {
                node.database.transactions().run(() -> {
                    node.events.publish(Happened.to(number, subject));
                    node.events.publish(Happened.to(number + 1000, subject));
                    if (number % 3 == 0) {
                        throw new RolledBack();
                    }
                });
                committed.addAndGet(2);
            } catch (RolledBack e) {
                assertEquals(0, number % 3);
            }
        }
    }

    private static final class RolledBack extends RuntimeException {}

    @Test
    void positionsHaveNoGapsAndEveryFollowerSeesEachOnceInOrder() throws InterruptedException, ExecutionException {
        long start = first.outbox.lastPosition();
        List<TailEvent> seenByFirst = new CopyOnWriteArrayList<>();
        List<TailEvent> seenBySecond = new CopyOnWriteArrayList<>();
        new Tail(first.sequencer).subscribe(start, seenByFirst::addAll);
        new Tail(second.sequencer).subscribe(start, seenBySecond::addAll);

        int committed = writeManyFromBothNodes();
        TestEvents.await(() -> seenByFirst.size() >= committed && seenBySecond.size() >= committed);

        List<Long> expected =
                LongStream.rangeClosed(start + 1, start + committed).boxed().toList();
        assertEquals(expected, seenByFirst.stream().map(TailEvent::position).toList());
        assertEquals(expected, seenBySecond.stream().map(TailEvent::position).toList());
        assertEquals(seenByFirst, seenBySecond);
    }

    @Test
    void aFollowerThatComesLateGetsThePastFirst() {
        long start = first.outbox.lastPosition();
        first.publish(Happened.to(1, 1));
        first.publish(Happened.to(2, 1));
        first.settle();

        List<TailEvent> seen = new CopyOnWriteArrayList<>();
        new Tail(second.sequencer).subscribe(start, seen::addAll);
        TestEvents.await(() -> seen.size() >= 2);
        first.publish(Happened.to(3, 1));
        TestEvents.await(() -> seen.size() >= 3);

        assertEquals(
                List.of(start + 1, start + 2, start + 3),
                seen.stream().map(TailEvent::position).toList());
    }

    @Test
    void whatWasRemovedIsNotSaidToBeStillThere() throws InterruptedException {
        long start = first.outbox.lastPosition();
        first.publish(Happened.to(1, 1), Happened.to(2, 1), Happened.to(3, 1));
        first.settle();
        first.outbox.removeBefore(new TestClock().instant().plusSeconds(60), start + 2, 1000);

        TestEvents late = new TestEvents(database, new TestClock(), "late");
        try {
            Tail tail = new Tail(late.sequencer);
            assertFalse(tail.keeps(start), "of the three events after it only the last is left");
            assertTrue(tail.keeps(start + 2));
            assertTrue(tail.keeps(start + 3), "nothing has happened since");
        } finally {
            late.stop();
        }
    }
}
