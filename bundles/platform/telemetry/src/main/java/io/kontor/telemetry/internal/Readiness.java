package io.kontor.telemetry.internal;

import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every health check. */
@Component(service = Readiness.class)
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    void add(HealthCheck check) {
        checks.put(check.name(), check);
    }

    void remove(HealthCheck check) {
        checks.remove(check.name(), check);
    }

    /** The state of every part by its name. */
    Map<String, Health> ask() {
        Map<String, Health> states = new TreeMap<>();
        checks.forEach((name, check) -> states.put(name, ask(check)));
        return states;
    }

    private static Health ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            LOG.warn("The health check {} failed", check.name(), e);
            return Health.down(String.valueOf(e));
        }
    }
}
