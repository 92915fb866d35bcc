package io.kontor.modules.internal.web;

import io.kontor.modules.internal.engine.Engine;
import io.kontor.modules.internal.engine.Phase;
import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ready when every module that is wanted runs, or is known not to: one that failed is told in its state, and does not
 * take the others' node away. While a module is being replaced its requests wait, so the node stays ready.
 */
@Component
public final class ModuleHealth implements HealthCheck, MetricSource {

    private final Engine engine;

    @Activate
    public ModuleHealth(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public Health check() {
        if (!engine.converged()) {
            String starting = engine.statuses().values().stream()
                    .filter(status -> status.phase() == Phase.STARTING)
                    .map(status -> status.module())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Health.down("the modules are being started: " + starting);
        }
        Map<String, String> unready = engine.busy() ? Map.of() : engine.unready();
        return unready.isEmpty() || engine.busy()
                ? Health.up()
                : Health.down(unready.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public void report(MetricSink sink) {
        engine.statuses()
                .values()
                .forEach(status -> sink.gauge(
                        "kontor_modules_state",
                        "1 for the state that a module is in",
                        Map.of(
                                "module",
                                status.module(),
                                "state",
                                status.phase().word()),
                        1));
        sink.gauge("kontor_modules_changing", "Whether modules are changed just now", Map.of(), engine.busy() ? 1 : 0);
    }
}
