package io.kontor.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.events.EventConsumer;
import io.kontor.events.internal.TestEvents.Happened;
import io.kontor.store.Store;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effect of an event is written once, whatever happens between nodes. */
@DatabaseTest(control = "events", workspace = "effect")
class TwoNodesTest {

    private final TestDatabase database;
    private final Store effects;
    private final List<String> handledBy = new CopyOnWriteArrayList<>();
    private TestEvents first;
    private TestEvents second;

    TwoNodesTest(TestDatabase database) {
        this.database = database;
        this.effects = database.store("effect");
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

    /** Has no key that would forbid a second row: doing it twice would be seen. */
    private EventConsumer writer(String node) {
        return TestEvents.consumer("test.writer", event -> {
            effects.sql().update("insert into effect_row (position) values (?)", event.position());
            handledBy.add(node);
        });
    }

    private long rows() {
        return effects.sql()
                .one("select count(*) as n from effect_row", row -> row.number("n"))
                .orElseThrow();
    }

    /** As if the node had died: its lease has run out, but it does not know. */
    private void loseLease() {
        database.store("events")
                .sql()
                .update("update {control}.events_subscription set lease_until = utc_timestamp(6) - interval 1 second");
    }

    @Test
    void onlyTheNodeWithTheLeaseHandles() {
        SubscriptionRunner one = first.runner(writer("first"));
        SubscriptionRunner two = second.runner(writer("second"));
        one.run();
        two.run();
        first.publish(Happened.to(1, 1));
        first.settle();
        second.settle();

        two.run();
        one.run();

        assertEquals(List.of("first"), handledBy);
        assertEquals(1, rows());
    }

    @Test
    void aNodeThatLostItsLeaseRollsItsWorkBack() {
        SubscriptionRunner one = first.runner(writer("first"));
        one.run();
        first.publish(Happened.to(1, 1), Happened.to(2, 2));
        first.settle();
        second.settle();
        loseLease();
        SubscriptionRunner two = second.runner(writer("second"));
        two.run();
        assertEquals(2, rows());

        one.run();

        assertEquals(2, rows());
    }

    @Test
    void anotherNodeGoesOnWhereTheFirstStopped() {
        SubscriptionRunner one = first.runner(writer("first"));
        one.run();
        first.publish(Happened.to(1, 1));
        first.settle();
        one.run();
        first.publish(Happened.to(2, 1));
        first.settle();
        second.settle();
        loseLease();

        second.runner(writer("second")).run();

        assertEquals(List.of("first", "second"), handledBy);
        assertEquals(2, rows());
    }

    @Test
    void aRestartedNodeFreesWhatItsFormerProcessHeld() throws InterruptedException {
        first.runner(writer("first")).run();
        TestEvents restarted = new TestEvents(database, new TestClock(), "first", "2");
        restarted.publish(Happened.to(1, 1));
        restarted.settle();

        restarted.runner(writer("restarted")).run();
        restarted.stop();

        assertEquals(List.of("restarted"), handledBy);
    }
}
