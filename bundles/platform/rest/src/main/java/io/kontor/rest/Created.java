package io.kontor.rest;

import java.net.URI;
import java.util.OptionalLong;

/**
 * What a JAX-RS method returns for a record that it made: 201 with its place and the body, and its version as
 * {@code ETag} if it has one.
 */
public record Created<T>(URI location, T body, OptionalLong version) {

    public static <T> Created<T> at(String path, T body) {
        return new Created<>(URI.create(path), body, OptionalLong.empty());
    }

    public static <T> Created<T> at(String path, T body, long version) {
        return new Created<>(URI.create(path), body, OptionalLong.of(version));
    }
}
