package io.kontor.access.internal.link;

import io.kontor.access.AccessError;
import io.kontor.access.internal.gate.Secret;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.settings.Secrets;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time links. The database knows a token by its hash; an invitation's is kept sealed as well, so that the users page
 * can show it again until it is used.
 */
@Component(service = Links.class)
public final class Links {

    /** An invitation that nobody accepted yet. */
    public record Pending(UserId user, String token, Instant endsAt) {}

    private final Store store;
    private final Secrets secrets;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public Links(
            @Reference(target = "(unit=access)") Store store,
            @Reference Secrets secrets,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a link for a user in place of the ones of its kind that the user has. Joins the transaction. */
    public String make(LinkKind kind, UserId user) {
        revoke(kind, user);
        return add(kind, user);
    }

    /** Makes the set-up link in place of the former one. Joins the transaction. */
    public String makeSetup() {
        store.sql().update("delete from access_link where kind = ?", LinkKind.SETUP);
        return add(LinkKind.SETUP, null);
    }

    /** Removes the user's unused links of a kind. */
    public void revoke(LinkKind kind, UserId user) {
        store.sql().update("delete from access_link where kind = ? and user_id = ? and used_at is null", kind, user);
    }

    /** Whether the link counts now; it is not used up. */
    public boolean counts(LinkKind kind, String token) {
        return store.sql()
                .one("""
                        select 1 as present from access_link
                        where token_hash = ? and kind = ? and used_at is null and (ends_at is null or ends_at > ?)
                        """, row -> true, Secret.of(token).hash(), kind, clock.instant())
                .isPresent();
    }

    /** Whom a link is for that counts now; it is not used up. */
    public Optional<UserId> user(LinkKind kind, String token) {
        return store.sql()
                .one(
                        """
                        select user_id from access_link
                        where token_hash = ? and kind = ? and used_at is null and (ends_at is null or ends_at > ?)
                        """,
                        row -> new UserId(row.uuid("user_id")),
                        Secret.of(token).hash(),
                        kind,
                        clock.instant());
    }

    /**
     * Uses the link up, with the transaction.
     *
     * @return whom it was for; empty for the set-up link
     * @throws KontorException {@link AccessError#LINK_INVALID}
     */
    public Optional<UserId> use(LinkKind kind, String token) {
        byte[] hash = Secret.of(token).hash();
        Instant now = clock.instant();
        int used = store.sql().update("""
                        update access_link set used_at = ?, sealed = null
                        where token_hash = ? and kind = ? and used_at is null and (ends_at is null or ends_at > ?)
                        """, now, hash, kind, now);
        if (used == 0) {
            throw new KontorException(AccessError.LINK_INVALID);
        }
        return store.sql()
                .one(
                        "select user_id from access_link where token_hash = ?",
                        row -> row.optionalUuid("user_id").map(UserId::new),
                        (Object) hash)
                .orElseThrow();
    }

    /** The invitations that still count. */
    public List<Pending> invitations() {
        return store.sql().list("""
                        select id, sealed, user_id, ends_at from access_link
                        where kind = ? and used_at is null and ends_at > ? order by id
                        """, this::pending, LinkKind.INVITATION, clock.instant());
    }

    private Pending pending(Row row) {
        String token = secrets.open(row.bytes("sealed"), purpose(row.uuid("id")));
        return new Pending(new UserId(row.uuid("user_id")), token, row.instant("ends_at"));
    }

    private String add(LinkKind kind, @Nullable UserId user) {
        UUID id = ids.next();
        String token = Secret.newToken();
        Instant now = clock.instant();
        store.sql()
                .update(
                        """
                        insert into access_link (id, kind, token_hash, sealed, user_id, made_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        id,
                        kind,
                        Secret.of(token).hash(),
                        kind == LinkKind.INVITATION ? secrets.seal(token, purpose(id)) : null,
                        user,
                        now,
                        kind.valid().map(now::plus));
        return token;
    }

    private static String purpose(UUID link) {
        return "access:link:" + link;
    }
}
