package io.kontor.kernel;

import java.util.Optional;

/**
 * Who is doing something: for the audit log, the stage log and every other "by whom".
 *
 * @param kind whether a person, an API token or Kontor itself acts
 * @param user the user; for a token the user who made it; empty for Kontor itself
 * @param name what to show: the user's or token's name, or the job's or consumer's
 */
public record Actor(Kind kind, Optional<UserId> user, String name) {

    /** The kinds of actors. */
    public enum Kind {
        USER,
        TOKEN,
        SYSTEM
    }

    /** Kontor itself, in the given role, for example {@code connector.sweep}. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, Optional.empty(), name);
    }
}
