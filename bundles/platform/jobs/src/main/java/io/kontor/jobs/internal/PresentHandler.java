package io.kontor.jobs.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.JobHandler;
import io.kontor.kernel.Json;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A handler that is here, until it leaves. Its mapper is its own, because a mapper remembers the handler's classes. */
final class PresentHandler {

    private final JobHandler handler;
    private final int atOnce;
    private final Semaphore places;
    private final JsonMapper mapper = Json.mapper();
    private volatile boolean leaving;

    PresentHandler(JobHandler handler) {
        this.handler = handler;
        this.atOnce = handler.concurrency();
        this.places = new Semaphore(atOnce);
    }

    JobHandler handler() {
        return handler;
    }

    JsonMapper mapper() {
        return mapper;
    }

    /** Takes one of the places for runs; false if none is free. */
    boolean enter() {
        return places.tryAcquire();
    }

    void exit() {
        places.release();
    }

    /** Whether its runs should end at their next checkpoint. */
    boolean leaving() {
        return leaving;
    }

    /** Tells its runs to end and waits for them; no further one begins. Says whether all have ended. */
    boolean leave(Duration patience) {
        leaving = true;
        try {
            return places.tryAcquire(atOnce, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
