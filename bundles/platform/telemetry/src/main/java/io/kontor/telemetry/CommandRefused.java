package io.kontor.telemetry;

/** An operator's command that cannot be done as given; the message tells the operator what to do instead. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message is shown as it is. */
    public CommandRefused(String message) {
        super(message);
    }
}
