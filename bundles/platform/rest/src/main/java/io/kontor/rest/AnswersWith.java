package io.kontor.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a JAX-RS method answers that builds its {@code Response} itself, for the description of the interface. Such a
 * method without it fails the build; where {@link Versioned}, {@link Created} or the plain type will do, return that.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnswersWith {

    /** The HTTP status when it went well. */
    int status();

    /** The type of the body; {@code void.class} for none. */
    Class<?> body() default void.class;

    /** The headers that matter to the client. */
    String[] headers() default {};
}
