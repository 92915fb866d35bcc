package io.kontor.access.internal.session;

import io.kontor.access.AccessError;
import io.kontor.access.AuditLog;
import io.kontor.access.internal.gate.Callers;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.access.internal.gate.Secret;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making and revoking API tokens. */
@Component(service = TokenService.class)
public final class TokenService {

    /** A new token and its text, which is shown this once. */
    public record Made(TokenStore.ApiToken token, String text) {
        @Override
        public String toString() {
            return token.toString();
        }
    }

    private static final String PREFIX = "kontor_";
    private static final int LONGEST_NAME = 200;

    private final TokenStore tokens;
    private final Callers callers;
    private final AuditLog audit;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public TokenService(
            @Reference TokenStore tokens,
            @Reference Callers callers,
            @Reference AuditLog audit,
            @Reference Transactions transactions,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.tokens = tokens;
        this.callers = callers;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a token for the caller, with at most the caller's own permissions. */
    public Made make(KnownCaller caller, String name, Set<String> scopes, Optional<Instant> endsAt) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new KontorException(
                    KernelError.INVALID, Map.of("field", "name", "reason", "it has 1 to 200 characters"));
        }
        for (String scope : scopes) {
            if (!caller.permissions().contains(scope)) {
                throw new KontorException(AccessError.SCOPE, Map.of("field", "scopes", "permission", scope));
            }
        }
        String text = PREFIX + Secret.newToken();
        var token = new TokenStore.ApiToken(
                ids.next(), caller.user(), name, Set.copyOf(scopes), clock.instant(), endsAt, Optional.empty());
        transactions.run(() -> {
            tokens.add(token, Secret.of(text));
            audit.record("access.token-made", subject(token.id()), Map.of(), Map.of("name", name, "scopes", scopes));
        });
        return new Made(token, text);
    }

    public List<TokenStore.ApiToken> of(KnownCaller caller) {
        return tokens.of(caller.user());
    }

    /** Revokes one of the caller's tokens; it stops to count at once. */
    public void revoke(KnownCaller caller, UUID id) {
        transactions.run(() -> {
            if (!tokens.revoke(caller.user(), id)) {
                throw new KontorException(KernelError.NOT_FOUND, Map.of("type", "token"));
            }
            audit.record("access.token-revoked", subject(id), Map.of(), Map.of());
            transactions.afterCommit(() -> callers.forget(caller.user()));
        });
    }

    private static Ref subject(UUID id) {
        return new Ref("api-token", id);
    }
}
