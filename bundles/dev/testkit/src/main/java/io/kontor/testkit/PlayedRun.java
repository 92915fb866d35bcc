package io.kontor.testkit;

import io.kontor.jobs.JobRun;
import java.util.ArrayList;
import java.util.List;

/** One run of a job: remembers its checkpoints and asks to stop after some of them, as a node that goes down does. */
public final class PlayedRun implements JobRun {

    private final int stopAfter;
    private final List<Object> checkpoints = new ArrayList<>();
    private Object data;

    public PlayedRun(Object data) {
        this(data, Integer.MAX_VALUE);
    }

    /** @param stopAfter after how many checkpoints the run is asked to end */
    public PlayedRun(Object data, int stopAfter) {
        this.data = data;
        this.stopAfter = stopAfter;
    }

    @Override
    public String key() {
        return "test";
    }

    @Override
    public <T> T data(Class<T> type) {
        return type.cast(data);
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public void checkpoint(Object reached) {
        data = reached;
        checkpoints.add(reached);
    }

    /** What was saved, in its order. */
    public List<Object> checkpoints() {
        return List.copyOf(checkpoints);
    }

    @Override
    public boolean stopping() {
        return checkpoints.size() >= stopAfter;
    }
}
