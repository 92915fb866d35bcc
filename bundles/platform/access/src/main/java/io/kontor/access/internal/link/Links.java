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
 * One-time links. The database knows a token by its hash; that of a link which is mailed is kept sealed as well until it
 * is used, so that the mail can be tried again and the users page can show an invitation.
 */
@Component(service = Links.class)
public final class Links {

    /** A link that was just made. */
    public record Made(UUID id, String token) {
        @Override
        public String toString() {
            return "Made " + id;
        }
    }

    /**
     * A link that counts and that nobody used yet.
     *
     * @param mailedAt when the mail server took the mail
     * @param mailProblem why it did not take it the last time
     */
    public record Pending(
            LinkKind kind,
            UserId user,
            String token,
            Instant endsAt,
            Optional<Instant> mailedAt,
            Optional<String> mailProblem) {
        @Override
        public String toString() {
            return "Pending " + kind;
        }
    }

    private static final int LONGEST_PROBLEM = 500;

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
    public Made make(LinkKind kind, UserId user) {
        revoke(kind, user);
        return add(kind, user);
    }

    /** Makes the set-up link in place of the former one. Joins the transaction. */
    public String makeSetup() {
        store.sql().update("delete from access_link where kind = ?", LinkKind.SETUP);
        return add(LinkKind.SETUP, null).token();
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
                        select id, kind, sealed, user_id, ends_at, mailed_at, mail_problem from access_link
                        where kind = ? and used_at is null and ends_at > ? order by id
                        """, this::pending, LinkKind.INVITATION, clock.instant());
    }

    /** A link that is mailed; empty if it was used or replaced or has run out. */
    public Optional<Pending> pending(UUID id) {
        return store.sql().one("""
                        select id, kind, sealed, user_id, ends_at, mailed_at, mail_problem from access_link
                        where id = ? and used_at is null and sealed is not null and ends_at > ?
                        """, this::pending, id, clock.instant());
    }

    /** Notes that the mail is on its way. */
    public void mailed(UUID id) {
        store.sql()
                .update("update access_link set mailed_at = ?, mail_problem = null where id = ?", clock.instant(), id);
    }

    /** Notes why the mail was not taken. */
    public void notMailed(UUID id, String problem) {
        String shown = problem.length() > LONGEST_PROBLEM ? problem.substring(0, LONGEST_PROBLEM) : problem;
        store.sql().update("update access_link set mail_problem = ? where id = ?", shown, id);
    }

    private Pending pending(Row row) {
        String token = secrets.open(row.bytes("sealed"), purpose(row.uuid("id")));
        return new Pending(
                row.enumeration("kind", LinkKind.class),
                new UserId(row.uuid("user_id")),
                token,
                row.instant("ends_at"),
                row.optionalInstant("mailed_at"),
                row.optionalString("mail_problem"));
    }

    private Made add(LinkKind kind, @Nullable UserId user) {
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
                        kind.mailed() ? secrets.seal(token, purpose(id)) : null,
                        user,
                        now,
                        kind.valid().map(now::plus));
        return new Made(id, token);
    }

    private static String purpose(UUID link) {
        return "access:link:" + link;
    }
}
