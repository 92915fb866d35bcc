package io.kontor.telemetry;

/**
 * A part of the product that may be up or not. Published as a service; asked at every call of
 * {@code /health/ready}, so it answers from memory within milliseconds.
 */
public interface HealthCheck {

    /** A short stable name, for example {@code store}. Shown to everybody. */
    String name();

    /** The present state. An exception counts as down with the exception as the reason. */
    Health check();
}
