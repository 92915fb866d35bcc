package io.kontor.access.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.access.internal.gate.Secret;
import io.kontor.access.internal.user.Account;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of API tokens. */
@Component(service = TokenStore.class)
public final class TokenStore {

    /**
     * An API token, without the token itself.
     *
     * @param scopes the permissions it may use, if its user has them
     * @param endsAt when it stops to count; empty for never
     * @param seenAt when it was last used, to within a few minutes
     */
    public record ApiToken(
            UUID id,
            UserId user,
            String name,
            Set<String> scopes,
            Instant madeAt,
            Optional<Instant> endsAt,
            Optional<Instant> seenAt) {}

    /** A token that counts, and its active user. */
    public record Found(ApiToken token, Account account) {}

    private static final Duration SEEN_PRECISION = Duration.ofMinutes(5);
    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

    private final Store store;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    @Activate
    public TokenStore(@Reference(target = "(unit=access)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void add(ApiToken token, Secret secret) {
        store.sql()
                .update(
                        """
                        insert into access_token (id, token_hash, user_id, name, scopes, made_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        token.id(),
                        secret.hash(),
                        token.user(),
                        token.name(),
                        write(token.scopes()),
                        token.madeAt(),
                        token.endsAt());
    }

    /** The tokens of a user that were not revoked, oldest first. */
    List<ApiToken> of(UserId user) {
        return store.sql().list("""
                        select t.id as token_id, t.user_id, t.name as token_name, t.scopes, t.made_at, t.ends_at,
                          t.seen_at as token_seen_at
                        from access_token t where t.user_id = ? and t.revoked_at is null order by t.id
                        """, this::token, user);
    }

    boolean revoke(UserId user, UUID id) {
        return store.sql()
                        .update(
                                "update access_token set revoked_at = ? where id = ? and user_id = ? and revoked_at is null",
                                clock.instant(),
                                id,
                                user)
                == 1;
    }

    /** Revokes all tokens of a user. */
    public void revokeAll(UserId user) {
        store.sql()
                .update(
                        "update access_token set revoked_at = ? where user_id = ? and revoked_at is null",
                        clock.instant(),
                        user);
    }

    /** The token if it counts; it counts as used now. */
    public Optional<Found> touch(Secret secret) {
        Instant now = clock.instant();
        Optional<Found> found = store.sql().one("""
                        select t.id as token_id, t.user_id, t.name as token_name, t.scopes, t.made_at, t.ends_at,
                          t.seen_at as token_seen_at,
                          u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_token t join access_user u on u.id = t.user_id
                        where t.token_hash = ? and t.revoked_at is null and (t.ends_at is null or t.ends_at > ?)
                          and u.active
                        """, row -> new Found(token(row), Account.of(row)), secret.hash(), now);
        found.map(Found::token)
                .filter(token -> token.seenAt()
                        .filter(at -> at.isAfter(now.minus(SEEN_PRECISION)))
                        .isEmpty())
                .ifPresent(token ->
                        store.sql().update("update access_token set seen_at = ? where id = ?", now, token.id()));
        return found;
    }

    private ApiToken token(Row row) {
        return new ApiToken(
                row.uuid("token_id"),
                new UserId(row.uuid("user_id")),
                row.string("token_name"),
                read(row.string("scopes")),
                row.instant("made_at"),
                row.optionalInstant("ends_at"),
                row.optionalInstant("token_seen_at"));
    }

    private String write(Set<String> scopes) {
        try {
            return json.writeValueAsString(new TreeSet<>(scopes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names are always JSON", e);
        }
    }

    private Set<String> read(String scopes) {
        try {
            return json.readValue(scopes, NAMES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("access_token.scopes holds a JSON array of names", e);
        }
    }
}
