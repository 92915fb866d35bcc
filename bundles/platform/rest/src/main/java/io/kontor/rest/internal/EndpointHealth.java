package io.kontor.rest.internal;

import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Not ready while an endpoint must stay closed because one of its operations does not say who may call it. */
@Component
public final class EndpointHealth implements HealthCheck {

    private final Endpoints endpoints;

    @Activate
    public EndpointHealth(@Reference Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public Health check() {
        Map<String, String> refused = endpoints.refused();
        return refused.isEmpty() ? Health.up() : Health.down(refused.toString());
    }
}
