package io.kontor.connector.internal;

import io.kontor.access.Users;
import io.kontor.access.WorkspaceSetup;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAuthorisation;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.Sha256;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Connecting by one button: the owner agrees on the shop's own page, the shop posts the keys to us. What it gives back is
 * a random word that is stored as its digest only, works once and soon ends.
 */
@Component(service = Authorisations.class)
public final class Authorisations {

    private static final Duration VALID = Duration.ofMinutes(15);

    private final AuthorisationStore store;
    private final Transactions transactions;
    private final ShopConnectors connectors;
    private final ShopReach reach;
    private final AccountService accounts;
    private final Users users;
    private final WorkspaceSetup workspace;
    private final ActorContext actors;
    private final Clock clock;

    @Activate
    public Authorisations(
            @Reference AuthorisationStore store,
            @Reference Transactions transactions,
            @Reference ShopConnectors connectors,
            @Reference ShopReach reach,
            @Reference AccountService accounts,
            @Reference Users users,
            @Reference WorkspaceSetup workspace,
            @Reference ActorContext actors,
            @Reference Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.connectors = connectors;
        this.reach = reach;
        this.accounts = accounts;
        this.users = users;
        this.workspace = workspace;
        this.actors = actors;
        this.clock = clock;
    }

    /** Why shops of a kind cannot be connected by one button; empty if they can. */
    Optional<Reason> obstacle(String kind) {
        if (connectors.require(kind).authorisation().isEmpty()) {
            return Optional.of(Reason.of("connector.no-button", "shops of this kind do not offer it"));
        }
        boolean encrypted =
                reach.publicUrl().filter(url -> url.startsWith("https://")).isPresent()
                        && workspace.address().startsWith("https://");
        return encrypted
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "connector.no-https",
                        "shops send their keys to an https address only, and this installation has none"));
    }

    /** @return the shop's page to send the browser to */
    URI start(String kind, String typedUrl, Optional<String> label) {
        obstacle(kind).ifPresent(reason -> {
            throw new KontorException(ConnectorError.AUTHORISATION_UNAVAILABLE, Map.of("reason", reason));
        });
        ShopAuthorisation authorisation =
                connectors.require(kind).authorisation().orElseThrow();
        URI shop = ShopAddress.of(typedUrl);
        String state = AccountService.newSecret();
        UserId owner = actors.current().user().orElseGet(users::proprietor);
        transactions.run(() -> {
            store.removeExpired(clock.instant());
            store.add(
                    Sha256.of(state),
                    new AuthorisationStore.Pending(kind, shop.toString(), label.orElse(""), owner),
                    clock.instant().plus(VALID));
        });
        // The installation's own address may be another workspace's, which knows nothing of this state.
        String us = workspace.address();
        return authorisation.page(
                shop, state, URI.create(us + "/api/connector/authorisations/" + state), URI.create(us + "/connector"));
    }

    /** The shop's message with the keys. */
    Account finish(String state, byte[] message) {
        AuthorisationStore.Pending pending = transactions
                .call(() -> store.take(Sha256.of(state), clock.instant()))
                .orElseThrow(() -> new KontorException(
                        ConnectorError.AUTHORISATION_UNKNOWN, Map.of("minutes", VALID.toMinutes())));
        Map<String, String> keys =
                connectors.require(pending.kind()).authorisation().orElseThrow().keys(message, state);
        Optional<String> label = Optional.of(pending.label()).filter(text -> !text.isEmpty());
        return accounts.connect(
                new AccountForms.Answers(pending.kind(), pending.url(), label, keys, Optional.of(pending.owner())));
    }
}
