package io.kontor.access.internal.user;

import io.kontor.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A colleague.
 *
 * @param invited whether an invitation waits
 * @param version goes into If-Match of a change
 */
public record UserJson(
        UUID id,
        String name,
        String email,
        Role role,
        boolean active,
        boolean invited,
        Optional<Instant> lastSeen,
        long version) {

    static UserJson of(Account account) {
        return new UserJson(
                account.id().value(),
                account.name(),
                account.email(),
                account.role(),
                account.active(),
                account.invited(),
                account.seenAt(),
                account.version());
    }
}
