package io.kontor.events.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kontor.events.internal.TestEvents.Happened;
import io.kontor.telemetry.MetricSink;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "events")
class EventMetricsTest {

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final Map<String, Double> numbers = new HashMap<>();
    private TestEvents node;
    private EventMetrics metrics;

    EventMetricsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        node = new TestEvents(database, clock, "node");
        metrics = new EventMetrics(new LagStore(database.store("events"), clock));
    }

    @AfterEach
    void stop() throws InterruptedException {
        metrics.stop();
        node.stop();
    }

    @Test
    void whoIsBehindIsSeenWithTheAgeOfWhatWaits() {
        SubscriptionRunner quick = node.runner(TestEvents.consumer("test.quick", event -> {}));
        SubscriptionRunner slow = node.runner(TestEvents.consumer("test.slow", event -> {}));
        quick.run();
        slow.run();
        node.publish(Happened.to(1, 1));
        clock.advance(Duration.ofSeconds(90));
        node.publish(Happened.to(2, 1), Happened.to(3, 2));
        node.settle();
        quick.run();
        scrape();
        assertEquals(0, numbers.get("kontor_events_behind{test.quick}"));
        assertEquals(0, numbers.get("kontor_events_behind_seconds{test.quick}"));
        assertEquals(3, numbers.get("kontor_events_behind{test.slow}"));
        assertEquals(90, numbers.get("kontor_events_behind_seconds{test.slow}"));
        slow.run();
        scrape();
        assertEquals(0, numbers.get("kontor_events_behind{test.slow}"));
    }

    @Test
    void whatFailsAndWhatWaitsForAPersonIsCounted() {
        SubscriptionRunner broken = node.runner(TestEvents.consumer("test.broken", event -> {
            throw new IllegalStateException("no");
        }));
        broken.run();
        node.publish(Happened.to(1, 1), Happened.to(2, 1));
        node.settle();
        broken.run();
        scrape();
        assertEquals(2, numbers.get("kontor_events_failing{test.broken}"));
        assertEquals(0, numbers.get("kontor_events_dead_letters{test.broken}"));
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofHours(1));
            broken.run();
        }
        scrape();
        assertEquals(1, numbers.get("kontor_events_dead_letters{test.broken}"));
        assertEquals(1, numbers.get("kontor_events_failing{test.broken}"), "the second of the subject waits behind it");
    }

    @Test
    void aSubscriptionThatIsPurgedIsReportedNoMore() {
        node.runner(TestEvents.consumer("test.gone", event -> {})).run();
        scrape();
        assertEquals(0, numbers.get("kontor_events_behind{test.gone}"));
        node.subscriptions.remove("test.gone");
        scrape();
        assertNull(numbers.get("kontor_events_behind{test.gone}"));
    }

    private void scrape() {
        numbers.clear();
        metrics.look();
        metrics.report(new MetricSink() {
            @Override
            public void gauge(String name, String help, Map<String, String> labels, double value) {
                numbers.put(name + "{" + labels.get("subscription") + "}", value);
            }

            @Override
            public void counter(String name, String help, Map<String, String> labels, double value) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
