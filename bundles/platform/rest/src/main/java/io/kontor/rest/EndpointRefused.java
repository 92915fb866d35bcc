package io.kontor.rest;

/** An endpoint must not open, because one of its operations does not say who may call it. */
public final class EndpointRefused extends RuntimeException {

    /** @param reason names the operations and what to do, for the log and the health page */
    public EndpointRefused(String reason) {
        super(reason);
    }
}
