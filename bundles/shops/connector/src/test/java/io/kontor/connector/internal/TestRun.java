package io.kontor.connector.internal;

import io.kontor.jobs.JobRun;
import java.util.ArrayList;
import java.util.List;

/** A run that remembers its checkpoints and may be told to stop after some of them. */
final class TestRun implements JobRun {

    private final Object plan;
    private final int stopAfter;
    final List<Object> checkpoints = new ArrayList<>();

    TestRun(Object plan) {
        this(plan, Integer.MAX_VALUE);
    }

    TestRun(Object plan, int stopAfter) {
        this.plan = plan;
        this.stopAfter = stopAfter;
    }

    Object last() {
        return checkpoints.isEmpty() ? plan : checkpoints.get(checkpoints.size() - 1);
    }

    @Override
    public String key() {
        return "test";
    }

    @Override
    public <T> T data(Class<T> type) {
        return type.cast(plan);
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public void checkpoint(Object data) {
        checkpoints.add(data);
    }

    @Override
    public boolean stopping() {
        return checkpoints.size() >= stopAfter;
    }
}
