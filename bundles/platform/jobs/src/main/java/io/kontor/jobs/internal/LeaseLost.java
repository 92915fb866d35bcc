package io.kontor.jobs.internal;

/** Another process does this run: what the current transaction has written must not be kept. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Pick pick) {
        super("Another process has taken over the run " + pick.name());
    }
}
