package io.kontor.access.internal.user;

import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A user with what only access may know.
 *
 * @param passwordHash argon2id in PHC format; empty until an invitation is accepted
 * @param seenAt when the user last did something, to within a few minutes
 * @param version grows with every change by a person
 */
public record Account(
        UserId id,
        String name,
        String email,
        Role role,
        boolean active,
        Optional<String> passwordHash,
        Locale locale,
        Optional<Instant> seenAt,
        long version) {

    /** Reads a row of the user's columns. */
    public static Account of(Row row) {
        return new Account(
                new UserId(row.uuid("id")),
                row.string("name"),
                row.string("email"),
                row.enumeration("role", Role.class),
                row.bool("active"),
                row.optionalString("password_hash"),
                Locale.forLanguageTag(row.string("locale")),
                row.optionalInstant("seen_at"),
                row.number("version"));
    }

    /** Whether the user was invited and has not come yet. */
    public boolean invited() {
        return passwordHash.isEmpty();
    }

    /** The form in which e-mails are compared. */
    public static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
