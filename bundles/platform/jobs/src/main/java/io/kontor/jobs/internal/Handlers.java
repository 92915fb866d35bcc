package io.kontor.jobs.internal;

import io.kontor.jobs.JobHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers that are here now; the one place of this module whose references come and go. */
@Component(service = Handlers.class)
public final class Handlers {

    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    /** How long a module that stops is held for its runs to reach their next checkpoint. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, PresentHandler> present = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(JobHandler handler) {
        PresentHandler former = present.put(handler.job(), new PresentHandler(handler));
        if (former != null) {
            leave(former);
        }
    }

    /** Returns when the handler's runs have ended, or after {@link #PATIENCE}: then it takes away what it needs. */
    void remove(JobHandler handler) {
        PresentHandler found = present.get(handler.job());
        if (found != null && found.handler() == handler && present.remove(handler.job(), found)) {
            leave(found);
        }
    }

    private static void leave(PresentHandler leaving) {
        if (!leaving.leave(PATIENCE)) {
            LOG.warn(
                    "Job {} has reached no checkpoint within {} since its module began to leave",
                    leaving.handler().job(),
                    PATIENCE);
        }
    }

    Optional<PresentHandler> find(String job) {
        return Optional.ofNullable(present.get(job));
    }
}
