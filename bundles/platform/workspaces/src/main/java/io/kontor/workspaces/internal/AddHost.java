package io.kontor.workspaces.internal;

import io.kontor.kernel.KontorException;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import io.kontor.workspaces.Workspaces;
import java.io.PrintWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ./kontor workspace host <name> --host <host>}. */
@Component
public final class AddHost implements AdminCommand {

    private final Workspaces workspaces;

    @Activate
    public AddHost(@Reference Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "workspace host";
    }

    @Override
    public String help() {
        return "workspace host <name> --host <host> [--host <host>]: more hosts at which a workspace answers";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        HostOptions options = HostOptions.of(arguments, help());
        try {
            workspaces.addHosts(options.workspace(), options.hosts());
            out.println(
                    "Workspace " + options.workspace() + " answers at " + String.join(", ", options.hosts()) + " too");
        } catch (KontorException e) {
            throw new CommandRefused(e.getMessage());
        }
    }
}
