package io.kontor.access.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is logged in.
 *
 * @param permissions what the user may do, by name
 * @param locale the user's language
 * @param csrfToken to be sent as X-CSRF-Token with every change; absent for an API token
 */
public record SessionJson(
        UserJson user, List<String> permissions, WorkspaceJson workspace, String locale, Optional<String> csrfToken) {

    /** The user. */
    public record UserJson(UUID id, String name, String email, String role) {}

    /** The workspace. */
    public record WorkspaceJson(String id, String name) {}
}
