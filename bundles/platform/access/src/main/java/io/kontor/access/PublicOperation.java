package io.kontor.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JAX-RS method that anybody may call without a log-in. It counts only if the operation also stands in the one
 * reviewed list of {@code access}; otherwise the endpoint is not published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PublicOperation {}
