package io.kontor.kernel;

import java.util.Set;

/**
 * A right that an operation asks for.
 *
 * @param name {@code <module>:<what>}, for example {@code pipeline:write}
 * @param roles the shipped roles that have it from the start; proprietor and admin have every permission
 */
public record Permission(String name, Set<Role> roles) {

    public Permission {
        roles = Set.copyOf(roles);
    }

    /** A right of every shipped role. */
    public static Permission everybody(String name) {
        return new Permission(name, Set.of(Role.values()));
    }

    /** A right of those who work with the records, not of mere viewers. */
    public static Permission sales(String name) {
        return new Permission(name, Set.of(Role.SALES_MANAGER));
    }

    /** A right of proprietor and admin alone. */
    public static Permission administration(String name) {
        return new Permission(name, Set.of());
    }
}
