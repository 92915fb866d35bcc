package io.kontor.events.internal;

import io.kontor.events.DeadLetter;
import io.kontor.events.DeadLetters;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ./kontor dead-letters}: events that a module could not handle are read, tried again or given up. */
@Component
public final class DeadLetterCommand implements AdminCommand {

    private static final int SHOWN = 100;

    private final DeadLetters letters;
    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;

    @Activate
    public DeadLetterCommand(
            @Reference DeadLetters letters,
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces) {
        this.letters = letters;
        this.directory = directory;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String help() {
        return "dead-letters [retry|discard <workspace> <subscription> <position>]: events that could not be handled";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        if (arguments.isEmpty()) {
            directory.all().forEach(workspace -> workspaces.run(workspace, () -> list(workspace, out)));
            return;
        }
        if (arguments.size() != 4 || !arguments.get(3).matches("\\d{1,18}")) {
            throw new CommandRefused(help());
        }
        WorkspaceId workspace = directory.all().stream()
                .filter(known -> known.toString().equals(arguments.get(1)))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("There is no workspace " + arguments.get(1)));
        long position = Long.parseLong(arguments.get(3));
        boolean found = workspaces.call(workspace, () -> settle(arguments.get(0), arguments.get(2), position));
        if (!found) {
            throw new CommandRefused("There is no such dead letter (any more).");
        }
        out.println("Done.");
    }

    private boolean settle(String verb, String subscription, long position) {
        return switch (verb) {
            case "retry" -> letters.retry(subscription, position);
            case "discard" -> letters.discard(subscription, position);
            default -> throw new CommandRefused(help());
        };
    }

    private void list(WorkspaceId workspace, PrintWriter out) {
        Page<DeadLetter> page = letters.list(new PageRequest(Optional.empty(), SHOWN));
        page.items()
                .forEach(letter -> out.printf(
                        "%s %s %d  %s, tried %d times, last %s: %s%n",
                        workspace,
                        letter.subscription(),
                        letter.event().position(),
                        letter.event().name(),
                        letter.attempts(),
                        letter.failedAt(),
                        letter.reason()));
        out.println(workspace + ": " + page.items().size() + (page.next().isPresent() ? " and more" : "")
                + " dead letters");
    }
}
