package io.kontor.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JAX-RS method whose answer is shown once and never stored, such as a new API token. A repeated
 * {@code Idempotency-Key} does nothing again and is answered with 409 instead of the former answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SecretAnswer {}
