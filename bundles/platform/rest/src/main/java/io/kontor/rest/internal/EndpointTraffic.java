package io.kontor.rest.internal;

import io.kontor.rest.Traffic;
import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stops, drains and lets go on the requests for modules. */
@Component
public final class EndpointTraffic implements Traffic, MetricSource {

    private static final long LOOK_MILLISECONDS = 2;

    private final BundleContext context;
    private final Endpoints endpoints;
    private final DeclaredResources declared;

    @Activate
    public EndpointTraffic(
            BundleContext context, @Reference Endpoints endpoints, @Reference DeclaredResources declared) {
        this.context = context;
        this.endpoints = endpoints;
        this.declared = declared;
    }

    @Override
    public void hold(Set<String> modules) {
        endpoints.hold(endpoints.of(modules));
    }

    @Override
    public boolean drain(Set<String> modules, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        Set<String> names = endpoints.of(modules);
        while (names.stream().anyMatch(name -> endpoints.passages().inside(name) > 0)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
        return true;
    }

    @Override
    public void release(Set<String> modules) {
        endpoints.release(endpoints.of(modules));
    }

    @Override
    public boolean held(String module) {
        return endpoints.held(module);
    }

    @Override
    public void forget(Set<String> modules) {
        endpoints.of(modules).forEach(endpoints::dismiss);
    }

    @Override
    public Optional<String> closed(String module) {
        Map<String, String> refused = endpoints.refused();
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> module.equals(DeclaredResources.module(bundle)))
                .flatMap(bundle -> declared.endpoints(bundle).stream())
                .filter(name -> !endpoints.names().contains(name))
                .map(name -> refused.containsKey(name) ? "/api/" + name + ": " + refused.get(name) : "/api/" + name)
                .findFirst();
    }

    @Override
    public void report(MetricSink sink) {
        Passages passages = endpoints.passages();
        sink.gauge(
                "kontor_rest_held",
                "Requests that wait for a module that is being replaced",
                Map.of(),
                passages.waiting());
        sink.counter("kontor_rest_held_total", "Requests that had to wait so", Map.of(), passages.everHeld());
        sink.counter(
                "kontor_rest_turned_away_total",
                "Requests whose module did not come back in time, or that were too many",
                Map.of(),
                passages.turnedAway());
    }
}
