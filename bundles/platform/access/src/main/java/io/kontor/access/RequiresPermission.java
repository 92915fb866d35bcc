package io.kontor.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a JAX-RS method asks for. A method with neither this, {@link LoggedIn} nor
 * {@link PublicOperation} keeps its endpoint from being published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    /** A name that the module's descriptor declares, for example {@code pipeline:write}. */
    String value();
}
