package io.kontor.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a {@link MergePatch} parameter may set, for the description of the interface. {@link MergePatch#only(Class)} takes
 * the same record, so that there is one list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Patches {

    /** Its components are the changeable fields; those that are nullable or {@code Optional} may be cleared. */
    Class<? extends Record> value();
}
