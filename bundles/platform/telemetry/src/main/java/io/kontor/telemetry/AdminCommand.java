package io.kontor.telemetry;

import java.io.PrintWriter;
import java.util.List;

/**
 * A command of the operator, run inside the product by {@code ./kontor <name> …}. Published as a service. Whoever
 * can open the socket is the operator: it belongs to the account that runs the product, so there is no log-in.
 */
public interface AdminCommand {

    /** One or two words, for example {@code setup-link} or {@code workspace add}; unique in the product. */
    String name();

    /** Usage and effect in one line, for example {@code workspace add <name> --host <host>: a workspace of its own}. */
    String help();

    /**
     * Does it and writes for a person to read; a flushed line is seen at once.
     *
     * @param arguments what followed the name, as typed
     * @throws CommandRefused when the arguments are wrong or the state forbids it; its message is shown
     */
    void run(List<String> arguments, PrintWriter out);
}
