package io.kontor.testkit;

import io.kontor.jobs.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what was planned; a test runs the handlers itself. */
public final class RecordingJobs implements Jobs {

    private final List<Plan> plans = new ArrayList<>();

    /** One plan. */
    public record Plan(String job, String key, Instant due, Object data) {}

    @Override
    public synchronized void plan(String job, String key, Instant due, Object data) {
        cancel(job, key);
        plans.add(new Plan(job, key, due, data));
    }

    @Override
    public synchronized void cancel(String job, String key) {
        plans.removeIf(plan -> plan.job().equals(job) && plan.key().equals(key));
    }

    public synchronized List<Plan> plans() {
        return List.copyOf(plans);
    }

    public synchronized Optional<Plan> plan(String job, String key) {
        return plans.stream()
                .filter(plan -> plan.job().equals(job) && plan.key().equals(key))
                .findFirst();
    }
}
