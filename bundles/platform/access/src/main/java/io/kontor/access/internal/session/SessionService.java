package io.kontor.access.internal.session;

import io.kontor.access.AccessError;
import io.kontor.access.internal.gate.Callers;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.access.internal.gate.Secret;
import io.kontor.access.internal.user.Account;
import io.kontor.access.internal.user.PasswordRealm;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logging in and out. */
@Component(service = SessionService.class)
public final class SessionService {

    private final PasswordRealm realm;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Callers callers;
    private final Attempts attempts;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;

    @Activate
    public SessionService(
            @Reference PasswordRealm realm,
            @Reference SessionStore sessions,
            @Reference TokenStore tokens,
            @Reference Callers callers,
            @Reference Attempts attempts,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces) {
        this.realm = realm;
        this.sessions = sessions;
        this.tokens = tokens;
        this.callers = callers;
        this.attempts = attempts;
        this.transactions = transactions;
        this.workspaces = workspaces;
    }

    /**
     * Opens a session.
     *
     * @param address the client's address
     * @return the token for the cookie
     * @throws KontorException 401 with one and the same answer for a wrong e-mail and a wrong password; 429
     */
    public String logIn(String email, String password, String address) {
        String account = workspaces.current() + ":" + Account.key(email);
        attempts.take(address, account);
        Account found =
                realm.authenticate(email, password).orElseThrow(() -> new KontorException(AccessError.CREDENTIALS));
        attempts.giveBack(address, account);
        return open(found.id());
    }

    /** Opens a session for a user who proved itself in another way, by a one-time link. */
    public String open(UserId user) {
        String token = Secret.newToken();
        transactions.run(() -> sessions.add(Secret.of(token), user));
        return token;
    }

    public void logOut(KnownCaller caller) {
        sessions.remove(caller.secret());
        callers.forget(caller.secret());
    }

    /** Ends all sessions and API tokens of a user, with the transaction. */
    public void lockOut(UserId user) {
        tokens.revokeAll(user);
        end(user);
    }

    /** Ends all sessions of a user, with the transaction. */
    public void end(UserId user) {
        sessions.removeAll(user);
        transactions.afterCommit(() -> callers.forget(user));
    }
}
