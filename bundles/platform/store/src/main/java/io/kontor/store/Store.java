package io.kontor.store;

import jakarta.persistence.EntityManager;

/**
 * The tables of one module. Published as an OSGi service with the property {@code unit=<module>} once the module's
 * migrations have run, so a component that references it starts only when its tables are ready.
 *
 * <p>A bundle gets one by the manifest header {@code Kontor-Store: workspace} (tables in every workspace's database) or
 * {@code Kontor-Store: control} (tables in the control database), migrations under {@code db/<module>/V0001__what.sql}
 * and, where it has entities, {@code META-INF/persistence.xml} with a unit of the module's name.
 */
public interface Store {

    /** The module's name. */
    String unit();

    /** The name of the database that holds the tables now, for a library that opens connections of its own. */
    String catalogue();

    /**
     * The entity manager of the current transaction, for writing.
     *
     * @throws IllegalStateException outside a transaction
     */
    EntityManager entities();

    /** Plain SQL on the current transaction's connection; outside one, each statement by itself. */
    Sql sql();

    /**
     * Writes pending entities now, so that a violated unique key is met here and can become an error code.
     *
     * @throws UniqueViolation if a unique key forbids it
     */
    void flush();
}
