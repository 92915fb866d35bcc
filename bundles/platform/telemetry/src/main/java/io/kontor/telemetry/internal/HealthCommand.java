package io.kontor.telemetry.internal;

import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import io.kontor.telemetry.Health;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the operator what is down and why. */
@Component(service = AdminCommand.class)
public final class HealthCommand implements AdminCommand {

    private final Readiness readiness;

    @Activate
    public HealthCommand(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public String help() {
        return "health: which parts are up, and what the others wait for";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        Map<String, Health> states = readiness.ask();
        states.forEach((name, health) -> out.println(name + ": "
                + (health.ready() ? "up" : "DOWN, " + health.reason().replace("; ", "\n    "))));
        if (!states.values().stream().allMatch(Health::ready)) {
            throw new CommandRefused("Not ready.");
        }
    }
}
