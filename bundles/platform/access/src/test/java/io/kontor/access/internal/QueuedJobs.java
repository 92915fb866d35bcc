package io.kontor.access.internal;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobRun;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans that wait until a test says that their time has come. A run that throws stays planned, as in the product. */
public final class QueuedJobs implements Jobs {

    private record Key(String job, String key) {}

    private record Plan(WorkspaceId workspace, Object data) {}

    private final WorkspaceContext workspaces;
    private final List<JobHandler> handlers = new ArrayList<>();
    private final Map<Key, Plan> plans = new LinkedHashMap<>();

    QueuedJobs(WorkspaceContext workspaces) {
        this.workspaces = workspaces;
    }

    void add(JobHandler handler) {
        handlers.add(handler);
    }

    @Override
    public void plan(String job, String key, Instant due, Object data) {
        plans.put(new Key(job, key), new Plan(workspaces.current(), data));
    }

    @Override
    public void cancel(String job, String key) {
        plans.remove(new Key(job, key));
    }

    /** How many plans wait. */
    public int waiting() {
        return plans.size();
    }

    /** Runs what is planned, and what that plans, each once; says how many runs failed. */
    public int run() {
        int failed = 0;
        List<Key> done = new ArrayList<>();
        while (!done.containsAll(plans.keySet())) {
            Key key = plans.keySet().stream()
                    .filter(next -> !done.contains(next))
                    .findFirst()
                    .orElseThrow();
            done.add(key);
            failed += runs(key) ? 0 : 1;
        }
        return failed;
    }

    private boolean runs(Key key) {
        Plan plan = plans.get(key);
        JobHandler handler = handlers.stream()
                .filter(present -> present.job().equals(key.job()))
                .findFirst()
                .orElseThrow();
        try {
            workspaces.run(plan.workspace(), () -> handler.run(new OneRun(key.key(), plan.data())));
            plans.remove(key);
            return true;
        } catch (IllegalStateException expected) {
            return false;
        }
    }

    private record OneRun(String key, Object data) implements JobRun {

        @Override
        public <T> T data(Class<T> type) {
            return type.cast(data);
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public void checkpoint(Object next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean stopping() {
            return false;
        }
    }
}
