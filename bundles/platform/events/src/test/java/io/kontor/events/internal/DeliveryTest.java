package io.kontor.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.events.DeadLetter;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.events.internal.TestEvents.Happened;
import io.kontor.kernel.Json;
import io.kontor.kernel.PageRequest;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "events")
class DeliveryTest {

    private static final Duration ALL_PAUSES = Duration.ofHours(1);

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final List<Integer> handled = new ArrayList<>();
    private final Set<Integer> broken = ConcurrentHashMap.newKeySet();
    private final EventConsumer consumer = TestEvents.consumer("test.consumer", this::handle);
    private TestEvents node;
    private SubscriptionRunner runner;

    DeliveryTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        node = new TestEvents(database, clock, "node");
        runner = node.runner(consumer);
        runner.run();
    }

    @AfterEach
    void stop() throws InterruptedException {
        node.stop();
    }

    private void handle(ReceivedEvent event) {
        int number = event.as(Happened.class, Json.mapper()).number();
        if (broken.contains(number)) {
            throw new IllegalStateException("Number " + number + " is broken");
        }
        handled.add(number);
    }

    private void deliver() {
        node.settle();
        runner.run();
    }

    private StoredDeadLetters letters() {
        return new StoredDeadLetters(node.failures, database.workspaces(), node.sequencer, clock);
    }

    /** Runs until the schedule has given up. */
    private void exhaust() {
        for (int attempt = 0; attempt < 10; attempt++) {
            clock.advance(ALL_PAUSES);
            runner.run();
        }
    }

    @Test
    void eventsArriveInTheOrderTheyWerePublished() {
        node.publish(Happened.to(1, 1), Happened.to(2, 1));
        node.publish(Happened.to(3, 2));

        deliver();

        assertEquals(List.of(1, 2, 3), handled);
    }

    @Test
    void nothingIsPublishedByATransactionThatFails() {
        assertThrows(
                IllegalArgumentException.class,
                () -> database.transactions().run(() -> {
                    node.events.publish(Happened.to(1, 1));
                    throw new IllegalArgumentException("changed my mind");
                }));

        deliver();

        assertEquals(List.of(), handled);
    }

    @Test
    void publishingOutsideATransactionIsAnError() {
        assertThrows(IllegalStateException.class, () -> node.events.publish(Happened.to(1, 1)));
    }

    @Test
    void aFailedEventHoldsOnlyItsSubject() {
        broken.add(1);
        node.publish(Happened.to(1, 1), Happened.to(2, 2), Happened.to(3, 1), Happened.to(4, 3));

        deliver();
        assertEquals(List.of(2, 4), handled.stream().distinct().toList());

        broken.clear();
        handled.clear();
        clock.advance(Duration.ofSeconds(2));
        deliver();
        assertEquals(List.of(1, 3), handled);
    }

    @Test
    void whatComesLaterForABlockedSubjectWaitsInLine() {
        broken.add(1);
        node.publish(Happened.to(1, 1));
        deliver();
        node.publish(Happened.to(2, 1));
        deliver();
        assertEquals(List.of(), handled);

        broken.clear();
        clock.advance(Duration.ofSeconds(2));
        deliver();
        node.publish(Happened.to(3, 1));
        deliver();

        assertEquals(List.of(1, 2, 3), handled);
    }

    @Test
    void anEventThatFailsAlwaysBecomesADeadLetterWithAReason() {
        broken.add(1);
        node.publish(Happened.to(1, 1));
        deliver();

        exhaust();

        DeadLetter letter = letters().list(PageRequest.first(10)).items().get(0);
        assertEquals("test.consumer", letter.subscription());
        assertEquals("Number 1 is broken", letter.reason());
        assertEquals(6, letter.attempts());
    }

    @Test
    void aDeadLetterIsRetriedOnRequestAndWhatWaitedFollows() {
        broken.add(1);
        node.publish(Happened.to(1, 1), Happened.to(2, 1));
        deliver();
        exhaust();
        broken.clear();
        long position =
                letters().list(PageRequest.first(10)).items().get(0).event().position();

        assertTrue(letters().retry("test.consumer", position));
        runner.run();

        assertEquals(List.of(1, 2), handled);
        assertEquals(List.of(), letters().list(PageRequest.first(10)).items());
    }

    @Test
    void aDiscardedDeadLetterLetsTheNextOneThrough() {
        broken.add(1);
        node.publish(Happened.to(1, 1), Happened.to(2, 1));
        deliver();
        exhaust();
        long position =
                letters().list(PageRequest.first(10)).items().get(0).event().position();

        assertTrue(letters().discard("test.consumer", position));
        assertFalse(letters().discard("test.consumer", position));
        runner.run();
        node.publish(Happened.to(3, 1));
        deliver();

        assertEquals(List.of(2, 3), handled);
    }

    @Test
    void deadLettersOfAnotherWorkspaceAreNotSeenAndNotTouched() {
        broken.add(1);
        node.publish(Happened.to(1, 1));
        deliver();
        exhaust();
        long position =
                letters().list(PageRequest.first(10)).items().get(0).event().position();

        database.workspaces().run(database.addWorkspace("other"), () -> {
            assertEquals(List.of(), letters().list(PageRequest.first(10)).items());
            assertFalse(letters().discard("test.consumer", position));
        });
    }

    @Test
    void anAbsentConsumerGetsEverythingWhenItComesBack() {
        runner.release();
        node.publish(Happened.to(1, 1));
        node.publish(Happened.to(2, 2));
        node.settle();

        runner = node.runner(consumer);
        runner.run();

        assertEquals(List.of(1, 2), handled);
    }

    @Test
    void aNewSubscriptionDoesNotGetThePast() {
        node.publish(Happened.to(1, 1));
        node.settle();

        node.runner(TestEvents.consumer("test.newcomer", this::handle)).run();

        assertEquals(List.of(), handled);
    }

    @Test
    void anEventOfAWorkspaceIsHandledInThatWorkspace() {
        List<String> where = new ArrayList<>();
        EventConsumer watcher = TestEvents.consumer(
                "test.watcher",
                event -> where.add(database.workspaces().current().value()));
        SubscriptionRunner watching = node.runner(watcher);
        watching.run();
        node.publish(Happened.to(1, 1));
        database.workspaces().run(database.addWorkspace("branch"), () -> node.publish(Happened.to(2, 1)));
        node.settle();

        watching.run();

        assertEquals(List.of("main", "branch"), where);
    }
}
