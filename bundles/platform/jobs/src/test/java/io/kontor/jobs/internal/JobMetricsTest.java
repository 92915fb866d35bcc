package io.kontor.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.store.Store;
import io.kontor.telemetry.MetricSink;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "jobs")
class JobMetricsTest {

    private final TestClock clock = new TestClock();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Store store;
    private final JobMetrics metrics;

    JobMetricsTest(TestDatabase database) {
        store = database.store("jobs");
        metrics = new JobMetrics(new BacklogStore(store, clock));
    }

    @AfterEach
    void stop() {
        metrics.stop();
    }

    @Test
    void plansAreCountedByJobOverAllWorkspaces() {
        Instant now = clock.instant();
        plan("main|library.remind|1", now.minusSeconds(90), 0, 0);
        plan("north|library.remind|1", now.minusSeconds(30), 0, 2);
        plan("north|library.remind|a|b", now.plusSeconds(60), 0, 0);
        plan("main|shop.sweep|7", now.minus(Duration.ofHours(2)), 1, 0);
        scrape();
        assertEquals(3, numbers.get("kontor_jobs_planned{library.remind}"));
        assertEquals(2, numbers.get("kontor_jobs_due{library.remind}"));
        assertEquals(90, numbers.get("kontor_jobs_late_seconds{library.remind}"));
        assertEquals(1, numbers.get("kontor_jobs_failing{library.remind}"));
        assertEquals(0, numbers.get("kontor_jobs_running{library.remind}"));
        assertEquals(1, numbers.get("kontor_jobs_running{shop.sweep}"));
        assertEquals(0, numbers.get("kontor_jobs_due{shop.sweep}"));
        assertEquals(0, numbers.get("kontor_jobs_late_seconds{shop.sweep}"), "what runs is not late");
    }

    @Test
    void whereNothingIsPlannedNothingIsReported() {
        scrape();
        assertEquals(Map.of(), numbers);
    }

    private void plan(String name, Instant due, int picked, int failures) {
        store.sql().update("""
                        insert into {control}.jobs_plan
                          (task_name, task_instance, task_data, execution_time, picked, consecutive_failures, version)
                        values ('job', ?, '{}', ?, ?, ?, 1)""", name, due, picked, failures);
    }

    private void scrape() {
        numbers.clear();
        metrics.look();
        metrics.report(new MetricSink() {
            @Override
            public void gauge(String name, String help, Map<String, String> labels, double value) {
                numbers.put(name + "{" + labels.get("job") + "}", value);
            }

            @Override
            public void counter(String name, String help, Map<String, String> labels, double value) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
