package io.kontor.jobs.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.jobs.JobHandler;
import io.kontor.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The handlers that are here now; the one place of this module whose references come and go. */
@Component(service = Handlers.class)
public final class Handlers {

    private final Map<String, Present> present = new ConcurrentHashMap<>();

    /**
     * A handler that is here.
     *
     * @param places as many as it may have runs at once
     * @param mapper its own, because a mapper remembers the handler's classes
     */
    record Present(JobHandler handler, Semaphore places, JsonMapper mapper) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(JobHandler handler) {
        present.put(handler.job(), new Present(handler, new Semaphore(handler.concurrency()), Json.mapper()));
    }

    void remove(JobHandler handler) {
        present.computeIfPresent(handler.job(), (job, found) -> found.handler() == handler ? null : found);
    }

    Optional<Present> find(String job) {
        return Optional.ofNullable(present.get(job));
    }
}
