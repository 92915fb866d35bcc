package io.kontor.workspaces.internal;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import io.kontor.workspaces.Workspaces;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ./kontor workspace add <name> --host <host>}. */
@Component
public final class AddWorkspace implements AdminCommand {

    private final Workspaces workspaces;

    @Activate
    public AddWorkspace(@Reference Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "workspace add";
    }

    @Override
    public String help() {
        return "workspace add <name> --host <host> [--host <host>]: another seller business with a database of its own";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        if (arguments.isEmpty()) {
            throw new CommandRefused("Usage: " + help());
        }
        Set<String> hosts = hosts(arguments.subList(1, arguments.size()));
        try {
            WorkspaceId id = new WorkspaceId(arguments.get(0));
            workspaces.create(id, hosts);
            out.println("Workspace " + id + " answers at " + String.join(", ", hosts));
        } catch (KontorException | IllegalArgumentException e) {
            throw new CommandRefused(e.getMessage());
        }
    }

    private Set<String> hosts(List<String> options) {
        Set<String> hosts = new LinkedHashSet<>();
        for (int i = 0; i < options.size(); i += 2) {
            if (!options.get(i).equals("--host") || i + 1 == options.size()) {
                throw new CommandRefused("Usage: " + help());
            }
            hosts.add(options.get(i + 1));
        }
        if (hosts.isEmpty()) {
            throw new CommandRefused("A second workspace needs a host name: " + help());
        }
        return hosts;
    }
}
