package io.kontor.access.internal.gate;

import io.kontor.kernel.Actor;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestError;
import java.util.Optional;
import java.util.Set;

/**
 * A user who logged in, or whose API token was sent.
 *
 * @param actor who acts
 * @param user the user; for a token the one who made it
 * @param role the user's role
 * @param permissions what the caller may do: the role's, for a token only those in its scope
 * @param secret what the caller proved itself with; names the session for closing it
 * @param csrf what a browser must send with every change; empty for a token
 */
public record KnownCaller(
        Actor actor, UserId user, Role role, Set<String> permissions, Secret secret, Optional<String> csrf)
        implements Caller {

    public KnownCaller {
        permissions = Set.copyOf(permissions);
    }

    /** The caller of a request that a guard let pass as known. */
    public static KnownCaller of(ClientRequest request) {
        if (request.http().getAttribute(Caller.class.getName()) instanceof KnownCaller known) {
            return known;
        }
        throw new KontorException(RestError.LOG_IN_REQUIRED);
    }

    @Override
    public boolean known() {
        return true;
    }

    @Override
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
