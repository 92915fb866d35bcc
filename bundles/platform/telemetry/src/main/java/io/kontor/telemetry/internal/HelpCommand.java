package io.kontor.telemetry.internal;

import io.kontor.telemetry.AdminCommand;
import java.io.PrintWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists what the product can be told, itself included. */
@Component(service = AdminCommand.class)
public final class HelpCommand implements AdminCommand {

    private final AdminCommands commands;

    @Activate
    public HelpCommand(@Reference AdminCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String help() {
        return "help: this list";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        commands.printHelp(out);
    }
}
