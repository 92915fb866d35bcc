package io.kontor.access.internal.session;

import io.kontor.access.internal.gate.Secret;
import io.kontor.access.internal.user.Account;
import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The table of sessions. */
@Component(service = SessionStore.class, configurationPid = "io.kontor.access.session")
@Designate(ocd = SessionStore.Config.class)
public final class SessionStore {

    /** Node settings, {@code etc/io.kontor.access.session.cfg}. */
    @ObjectClassDefinition(name = "Sessions")
    public @interface Config {
        @AttributeDefinition(description = "After how many minutes without a request a session ends")
        int idle_minutes() default 12 * 60;

        @AttributeDefinition(description = "After how many hours a session ends in any case")
        int longest_hours() default 14 * 24;
    }

    /** Writing every request's time would cost more than the request. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(5);

    private static final int STALE_AT_ONCE = 1000;

    private record Found(Account account, Instant seenAt) {}

    private final Store store;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    @Activate
    public SessionStore(@Reference(target = "(unit=access)") Store store, @Reference Clock clock, Config config) {
        this(store, clock, Duration.ofMinutes(config.idle_minutes()), Duration.ofHours(config.longest_hours()));
    }

    public SessionStore(Store store, Clock clock, Duration idle, Duration longest) {
        this.store = store;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    public void add(Secret secret, UserId user) {
        Instant now = clock.instant();
        store.sql()
                .update(
                        "insert into access_session (token_hash, user_id, made_at, seen_at, ends_at) values (?, ?, ?, ?, ?)",
                        secret.hash(),
                        user,
                        now,
                        now,
                        now.plus(longest));
        store.sql().update("update access_user set seen_at = ? where id = ?", now, user);
        store.sql().update("delete from access_session where ends_at < ? limit ?", now, STALE_AT_ONCE);
    }

    /** The active user of a session that has not ended; the session counts as used now. */
    public Optional<Account> touch(Secret secret) {
        Instant now = clock.instant();
        Optional<Found> found = store.sql()
                .one(
                        """
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale,
                          s.seen_at, u.version
                        from access_session s join access_user u on u.id = s.user_id
                        where s.token_hash = ? and s.ends_at > ? and s.seen_at > ? and u.active
                        """,
                        row -> new Found(Account.of(row), row.instant("seen_at")),
                        secret.hash(),
                        now,
                        now.minus(idle));
        found.filter(session -> session.seenAt().isBefore(now.minus(SEEN_PRECISION)))
                .ifPresent(session -> seen(secret, session.account().id(), now));
        return found.map(Found::account);
    }

    public void remove(Secret secret) {
        store.sql().update("delete from access_session where token_hash = ?", (Object) secret.hash());
    }

    public void removeAll(UserId user) {
        store.sql().update("delete from access_session where user_id = ?", user);
    }

    private void seen(Secret secret, UserId user, Instant now) {
        store.sql().update("update access_session set seen_at = ? where token_hash = ?", now, secret.hash());
        store.sql().update("update access_user set seen_at = ? where id = ?", now, user);
    }
}
