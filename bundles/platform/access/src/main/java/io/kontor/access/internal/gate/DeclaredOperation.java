package io.kontor.access.internal.gate;

import io.kontor.rest.Operation;
import java.util.Optional;

/**
 * An operation that is open now, and who may call it.
 *
 * @param method the HTTP method
 * @param path the path template
 * @param permission only with {@link Access#PERMISSION}
 */
public record DeclaredOperation(String module, String method, String path, Access access, Optional<String> permission) {

    /** Who may call. */
    public enum Access {
        PUBLIC,
        LOGGED_IN,
        PERMISSION
    }

    static DeclaredOperation of(Operation operation, String permission, boolean open) {
        Access access = permission.isEmpty() ? Access.LOGGED_IN : Access.PERMISSION;
        return new DeclaredOperation(
                operation.module(),
                operation.httpMethod(),
                operation.path(),
                open ? Access.PUBLIC : access,
                permission.isEmpty() ? Optional.empty() : Optional.of(permission));
    }
}
