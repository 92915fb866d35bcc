package io.kontor.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JAX-RS method that asks a foreign system, which may be slow. With an {@code Idempotency-Key} it runs outside
 * any transaction and its answer is stored afterwards, so that nobody's connection waits for strangers. Only a process
 * that dies in between lets the method run again under the same key: it must itself refuse to do things twice.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TalksOutside {}
