package io.kontor.connector.internal;

import io.kontor.access.Users;
import io.kontor.access.WorkspaceSetup;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAuthorisation;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final Store store;
    private final Transactions transactions;
    private final ShopConnectors connectors;
    private final ShopReach reach;
    private final AccountService accounts;
    private final Users users;
    private final WorkspaceSetup workspace;
    private final ActorContext actors;
    private final Clock clock;

    private record Pending(String kind, String url, String label, UserId owner) {}

    @Activate
    public Authorisations(
            @Reference(target = "(unit=connector)") Store store,
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
            store.sql().update("delete from connector_authorisation where expires_at < ?", clock.instant());
            store.sql()
                    .update(
                            """
                            insert into connector_authorisation (state_hash, kind, url, label, owner_id, expires_at)
                            values (?, ?, ?, ?, ?, ?)
                            """,
                            hash(state),
                            kind,
                            shop.toString(),
                            label.orElse(""),
                            owner,
                            clock.instant().plus(VALID));
        });
        // The installation's own address may be another workspace's, which knows nothing of this state.
        String us = workspace.address();
        return authorisation.page(
                shop, state, URI.create(us + "/api/connector/authorisations/" + state), URI.create(us + "/connector"));
    }

    /** The shop's message with the keys. */
    Account finish(String state, byte[] message) {
        Pending pending = take(state);
        Map<String, String> keys =
                connectors.require(pending.kind()).authorisation().orElseThrow().keys(message, state);
        Optional<String> label = Optional.of(pending.label()).filter(text -> !text.isEmpty());
        return accounts.connect(
                new AccountForms.Answers(pending.kind(), pending.url(), label, keys, Optional.of(pending.owner())));
    }

    /** Works once, whoever comes first. */
    private Pending take(String state) {
        byte[] hash = hash(state);
        return transactions.call(() -> {
            Pending pending = store.sql()
                    .one(
                            """
                            select kind, url, label, owner_id from connector_authorisation
                            where state_hash = ? and expires_at > ? for update
                            """,
                            row -> new Pending(
                                    row.string("kind"),
                                    row.string("url"),
                                    row.string("label"),
                                    new UserId(row.uuid("owner_id"))),
                            hash,
                            clock.instant())
                    .orElseThrow(() -> new KontorException(
                            ConnectorError.AUTHORISATION_UNKNOWN, Map.of("minutes", VALID.toMinutes())));
            store.sql().update("delete from connector_authorisation where state_hash = ?", hash);
            return pending;
        });
    }

    private static byte[] hash(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
