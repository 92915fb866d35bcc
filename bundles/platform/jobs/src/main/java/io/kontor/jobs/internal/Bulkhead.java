package io.kontor.jobs.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.JobHandler;
import io.kontor.jobs.internal.Plan.Id;
import io.kontor.kernel.Json;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One handler's runs on this node: never more at once than it allows. */
final class Bulkhead {

    private final JobHandler handler;
    private final int limit;
    private final Semaphore free;
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final JsonMapper mapper = Json.mapper();
    private volatile boolean closed;

    Bulkhead(JobHandler handler) {
        this.handler = handler;
        this.limit = Math.max(1, handler.concurrency());
        this.free = new Semaphore(limit);
    }

    JobHandler handler() {
        return handler;
    }

    JsonMapper mapper() {
        return mapper;
    }

    /** How many more runs may begin. */
    int room() {
        return closed ? 0 : free.availablePermits();
    }

    /** @return whether the run may begin; {@link #leave} has to follow then */
    boolean enter(Run run) {
        if (closed || !free.tryAcquire()) {
            return false;
        }
        running.add(run);
        return true;
    }

    void leave(Run run) {
        running.remove(run);
        free.release();
    }

    void askToStop(Id id) {
        running.stream().filter(run -> run.picked().id().equals(id)).forEach(Run::stopSoon);
    }

    /**
     * Lets nothing begin any more, asks what runs to stop and waits for it.
     *
     * @return whether everything ended in time
     */
    boolean close(Duration patience) throws InterruptedException {
        closed = true;
        running.forEach(Run::stopSoon);
        return free.tryAcquire(limit, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
