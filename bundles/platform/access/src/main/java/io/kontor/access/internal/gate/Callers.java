package io.kontor.access.internal.gate;

import io.kontor.access.internal.session.SessionStore;
import io.kontor.access.internal.session.TokenStore;
import io.kontor.access.internal.user.Account;
import io.kontor.kernel.Actor;
import io.kontor.kernel.UserId;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who stands behind a session or a token. What the database said is remembered for a few seconds, so that a page's
 * requests cost it one look; a change on this node is seen at once, one on another node after that time.
 */
@Component(service = Callers.class)
public final class Callers {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 20_000;

    private record Key(WorkspaceId workspace, Secret secret) {}

    /** @param generation of the permissions that the caller's were taken from */
    private record Remembered(KnownCaller caller, Instant until, long generation) {}

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Permissions permissions;
    private final WorkspaceContext workspaces;
    private final Clock clock;
    private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();

    @Activate
    public Callers(
            @Reference SessionStore sessions,
            @Reference TokenStore tokens,
            @Reference Permissions permissions,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.permissions = permissions;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    public Optional<KnownCaller> bySession(String token) {
        Secret secret = Secret.of(token);
        return recall(secret)
                .or(() -> sessions.touch(secret)
                        .map(account -> keep(() -> session(account, secret, Secret.csrf(token)))));
    }

    public Optional<KnownCaller> byToken(String token) {
        Secret secret = Secret.of(token);
        return recall(secret)
                .or(() -> tokens.touch(secret).map(found -> keep(() -> token(found.account(), found.token(), secret))));
    }

    /** The same session or token as it counts now, with the rights of now; empty once it ended. */
    public Optional<KnownCaller> renewed(KnownCaller caller) {
        Secret secret = caller.secret();
        Optional<KnownCaller> known = recall(secret);
        if (known.isPresent()) {
            return known;
        }
        return caller.csrf().isPresent()
                ? sessions.touch(secret)
                        .map(account -> keep(
                                () -> session(account, secret, caller.csrf().get())))
                : tokens.touch(secret).map(found -> keep(() -> token(found.account(), found.token(), secret)));
    }

    /** Forgets one session or token. */
    public void forget(Secret secret) {
        remembered.remove(new Key(workspaces.current(), secret));
    }

    /** Forgets all of a user's sessions and tokens, because the user's rights changed. */
    public void forget(UserId user) {
        WorkspaceId workspace = workspaces.current();
        remembered
                .entrySet()
                .removeIf(entry -> entry.getKey().workspace().equals(workspace)
                        && entry.getValue().caller().user().equals(user));
    }

    private Optional<KnownCaller> recall(Secret secret) {
        Remembered found = remembered.get(new Key(workspaces.current(), secret));
        // A module that is being replaced takes its permissions along for a moment; nobody may stay without them.
        return found == null
                        || found.generation() != permissions.generation()
                        || !clock.instant().isBefore(found.until())
                ? Optional.empty()
                : Optional.of(found.caller());
    }

    /** Remembers a caller whose rights are made only now, so that a change in between is not missed. */
    private KnownCaller keep(Supplier<KnownCaller> maker) {
        long generation = permissions.generation();
        KnownCaller caller = maker.get();
        Instant now = clock.instant();
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
        if (remembered.size() < MOST_REMEMBERED) {
            Key key = new Key(workspaces.current(), caller.secret());
            remembered.put(key, new Remembered(caller, now.plus(REMEMBERED), generation));
        }
        return caller;
    }

    private KnownCaller session(Account account, Secret secret, String csrf) {
        Actor actor = new Actor(Actor.Kind.USER, Optional.of(account.id()), account.name());
        return new KnownCaller(
                actor, account.id(), account.role(), permissions.of(account.role()), secret, Optional.of(csrf));
    }

    /** A token never may more than its user may now. */
    private KnownCaller token(Account account, TokenStore.ApiToken token, Secret secret) {
        Set<String> scope = new HashSet<>(permissions.of(account.role()));
        scope.retainAll(token.scopes());
        Actor actor = new Actor(Actor.Kind.TOKEN, Optional.of(account.id()), token.name());
        return new KnownCaller(actor, account.id(), account.role(), scope, secret, Optional.empty());
    }
}
