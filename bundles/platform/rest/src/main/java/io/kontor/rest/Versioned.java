package io.kontor.rest;

/**
 * What a JAX-RS method returns for a record that is there: 200 with the body, and its version as {@code ETag}. It says
 * the type of the body, which a {@code Response} does not.
 *
 * @param version as {@link Versions#expected} takes it back
 */
public record Versioned<T>(T body, long version) {}
