package io.kontor.events.internal;

import io.kontor.events.DomainEvent;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Node;
import io.kontor.kernel.Ref;
import io.kontor.kernel.internal.ThreadActorContext;
import io.kontor.store.Store;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One node's event machinery, put together by hand. */
final class TestEvents {

    final TestDatabase database;
    final TestClock clock;
    final OutboxStore outbox;
    final Sequencer sequencer;
    final SubscriptionStore subscriptions;
    final FailureStore failures;
    final Delivery delivery;
    final OutboxEvents events;

    /** An event of the tests. */
    record Happened(int number, Ref subject) implements DomainEvent {

        static final String NAME = "test.happened";

        static Happened to(int number, long subject) {
            return new Happened(number, new Ref("thing", SequentialIds.of(subject)));
        }

        @Override
        public String name() {
            return NAME;
        }
    }

    TestEvents(TestDatabase database, TestClock clock, String node) {
        this(database, clock, node, "1");
    }

    TestEvents(TestDatabase database, TestClock clock, String node, String incarnation) {
        this.database = database;
        this.clock = clock;
        Store store = database.store("events");
        outbox = new OutboxStore(store, database.transactions());
        sequencer = new Sequencer(outbox);
        subscriptions = new SubscriptionStore(store, new Node(node, incarnation), clock);
        failures = new FailureStore(store);
        delivery = new Delivery(
                sequencer,
                subscriptions,
                failures,
                database.transactions(),
                database.workspaces(),
                new ThreadActorContext(),
                clock);
        events = new OutboxEvents(outbox, sequencer, database.transactions(), database.workspaces(), clock);
    }

    void publish(DomainEvent... published) {
        database.transactions().run(() -> {
            for (DomainEvent event : published) {
                events.publish(event);
            }
        });
    }

    SubscriptionRunner runner(EventConsumer consumer) {
        return new SubscriptionRunner(consumer, delivery, System::nanoTime);
    }

    /** A consumer of {@link Happened}. */
    static EventConsumer consumer(String subscription, Consumer<ReceivedEvent> handler) {
        return new EventConsumer() {
            @Override
            public String subscription() {
                return subscription;
            }

            @Override
            public Set<String> events() {
                return Set.of(Happened.NAME);
            }

            @Override
            public void handle(ReceivedEvent event) {
                handler.accept(event);
            }
        };
    }

    /** Waits until every committed event has its position in this node's memory. */
    void settle() {
        await(() -> !outbox.unsequenced() && sequencer.recent().last() == outbox.lastPosition());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within 20 s");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    void stop() throws InterruptedException {
        sequencer.stop();
    }
}
