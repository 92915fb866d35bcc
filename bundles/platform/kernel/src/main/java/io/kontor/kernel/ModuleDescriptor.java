package io.kontor.kernel;

import java.util.List;
import java.util.Map;

/** What a module says about itself; published as an OSGi service by the module's one {@code <Name>Module} class. */
public interface ModuleDescriptor {

    /** The one word that names everything of the module, for example {@code pipeline}. */
    String name();

    /** The permissions that the module's operations ask for. */
    List<Permission> permissions();

    /**
     * The types of records that the module owns, each with the permission that reading one takes. Live hints about a
     * record reach only those who have it.
     */
    default Map<String, String> records() {
        return Map.of();
    }
}
