package io.kontor.workspaces.internal;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import io.kontor.workspaces.Workspace;
import io.kontor.workspaces.Workspaces;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        HostOptions options = HostOptions.of(arguments, help());
        Set<WorkspaceId> nameless = workspaces.list().stream()
                .filter(workspace -> workspace.hosts().isEmpty())
                .map(Workspace::id)
                .collect(Collectors.toSet());
        try {
            workspaces.create(options.workspace(), options.hosts());
        } catch (KontorException e) {
            throw new CommandRefused(e.getMessage());
        }
        out.println("Workspace " + options.workspace() + " answers at " + String.join(", ", options.hosts()));
        workspaces.list().stream()
                .filter(workspace -> nameless.contains(workspace.id()))
                .forEach(workspace -> out.println(named(workspace)));
    }

    private static String named(Workspace workspace) {
        return "Workspace " + workspace.id() + " answered at any host and now does at "
                + String.join(", ", new TreeSet<>(workspace.hosts())) + "; for more: workspace host " + workspace.id()
                + " --host <host>";
    }
}
