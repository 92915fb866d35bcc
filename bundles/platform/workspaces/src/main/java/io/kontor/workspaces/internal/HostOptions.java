package io.kontor.workspaces.internal;

import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.CommandRefused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code <name> --host <host> [--host <host>]}, as an operator types it.
 *
 * @param hosts at least one, in the order typed
 */
record HostOptions(WorkspaceId workspace, Set<String> hosts) {

    static HostOptions of(List<String> arguments, String help) {
        Set<String> hosts = new LinkedHashSet<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals("--host") || i + 1 == arguments.size()) {
                throw new CommandRefused("Usage: " + help);
            }
            hosts.add(arguments.get(i + 1));
        }
        if (hosts.isEmpty()) {
            throw new CommandRefused("Name the workspace and a host: " + help);
        }
        try {
            return new HostOptions(new WorkspaceId(arguments.get(0)), hosts);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(e.getMessage());
        }
    }
}
