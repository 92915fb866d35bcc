package io.kontor.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a Declarative Services component as a JAX-RS resource of its bundle's endpoint
 * {@code /api/<module>}; the module is the last part of the bundle's symbolic name.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RestResource {

    String PREFIX_ = "kontor.rest.";

    /** Only there so that the property {@code kontor.rest.resource=true} is written. */
    boolean resource() default true;

    /**
     * Another name below {@code /api} than the module's, for the few paths that a module answers for all the others,
     * such as {@code search}; empty for the module's own.
     */
    String path() default "";
}
