package io.kontor.telemetry.internal;

import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that are here now, by name, and the running of one. */
@Component(service = AdminCommands.class)
public final class AdminCommands {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(AdminCommands.class);

    private final Map<String, AdminCommand> byName = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(AdminCommand command) {
        byName.put(command.name(), command);
    }

    void remove(AdminCommand command) {
        byName.remove(command.name(), command);
    }

    Collection<AdminCommand> all() {
        return List.copyOf(byName.values());
    }

    /** Runs the command that the words begin with, and tells how it went. */
    int run(List<String> words, PrintWriter out) {
        Optional<AdminCommand> command = find(words);
        if (command.isEmpty()) {
            out.println(words.isEmpty() ? "Which command?" : "There is no command \"" + words.get(0) + "\".");
            printHelp(out);
            return REFUSED;
        }
        String name = command.get().name();
        try {
            command.get().run(words.subList(name.split(" ").length, words.size()), out);
            return DONE;
        } catch (CommandRefused e) {
            out.println(e.getMessage());
            return REFUSED;
        } catch (RuntimeException e) {
            LOG.error("The command {} failed", name, e);
            out.println("Failed: " + e.getMessage() + " (more in the log)");
            return FAILED;
        }
    }

    void printHelp(PrintWriter out) {
        out.println("The running product knows:");
        all().forEach(command -> out.println("  " + command.help()));
    }

    private Optional<AdminCommand> find(List<String> words) {
        if (words.size() >= 2) {
            AdminCommand two = byName.get(words.get(0) + " " + words.get(1));
            if (two != null) {
                return Optional.of(two);
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.ofNullable(byName.get(words.get(0)));
    }
}
