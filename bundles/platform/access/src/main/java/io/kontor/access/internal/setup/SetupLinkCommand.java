package io.kontor.access.internal.setup;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints the link with which the first person sets a workspace up. */
@Component
public final class SetupLinkCommand implements AdminCommand {

    private final SetupService setup;
    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;

    @Activate
    public SetupLinkCommand(
            @Reference SetupService setup,
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces) {
        this.setup = setup;
        this.directory = directory;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "setup-link";
    }

    @Override
    public String help() {
        return "setup-link [<workspace>]: a new one-time link to set a workspace up; the former one stops to count";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        WorkspaceId workspace = workspace(arguments);
        try {
            out.println(workspaces.call(workspace, setup::link));
        } catch (KontorException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()));
        }
    }

    private WorkspaceId workspace(List<String> arguments) {
        Set<WorkspaceId> all = directory.all();
        if (arguments.isEmpty() && all.size() == 1) {
            return all.iterator().next();
        }
        return all.stream()
                .filter(known -> arguments.equals(List.of(known.value())))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("Name one of the workspaces: " + all));
    }
}
