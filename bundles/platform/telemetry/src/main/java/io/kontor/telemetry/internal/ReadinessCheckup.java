package io.kontor.telemetry.internal;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import io.kontor.telemetry.Health;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What {@code /health/ready} asks, with the reasons. */
@Component
public final class ReadinessCheckup implements Checkup {

    private final Readiness readiness;

    @Activate
    public ReadinessCheckup(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public List<Finding> examine() {
        Map<String, Health> parts = readiness.ask();
        List<Finding> down = parts.entrySet().stream()
                .filter(part -> !part.getValue().ready())
                .map(part -> Finding.wrong(
                        part.getKey() + " is down: " + part.getValue().reason(),
                        "a reason that does not go by itself stands in the log with its cause; a start that fails the"
                                + " same way twice needs the former version or a look at that part's settings"))
                .toList();
        return down.isEmpty() ? List.of(Finding.fine(String.join(", ", parts.keySet()) + " are up")) : down;
    }
}
