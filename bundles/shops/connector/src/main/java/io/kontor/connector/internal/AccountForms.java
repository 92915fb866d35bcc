package io.kontor.connector.internal;

import io.kontor.access.Users;
import io.kontor.connector.ConnectorError;
import io.kontor.connector.ConnectorForm;
import io.kontor.connector.ShopAccount;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopProfile;
import io.kontor.connector.internal.http.ShopWays;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person answers about a shop, checked before anything is kept. */
@Component(service = AccountForms.class)
public final class AccountForms {

    private static final int LONGEST_LABEL = 200;

    private final ShopWays ways;
    private final ShopConnectors connectors;
    private final Users users;
    private final ActorContext actors;

    /**
     * What was typed.
     *
     * @param owner empty for who asks
     */
    record Answers(
            String kind, String url, Optional<String> label, Map<String, String> fields, Optional<UserId> owner) {}

    /** What it means. */
    record Checked(URI url, Map<String, String> settings, Map<String, String> secrets, UserId owner) {}

    /** What shall be changed; what is empty stays. */
    record Change(
            Optional<String> label,
            Optional<UserId> owner,
            Optional<Boolean> paused,
            Map<String, String> secrets,
            long version) {}

    @Activate
    public AccountForms(
            @Reference ShopWays ways,
            @Reference ShopConnectors connectors,
            @Reference Users users,
            @Reference ActorContext actors) {
        this.ways = ways;
        this.connectors = connectors;
        this.users = users;
        this.actors = actors;
    }

    /** @throws KontorException {@link ConnectorError#FIELD} */
    Checked check(ShopConnector connector, Answers answers) {
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (ConnectorForm.Field field : connector.form().fields()) {
            String value = answers.fields().getOrDefault(field.name(), "").strip();
            if (value.isEmpty() && field.required()) {
                throw invalid(field.name(), Reason.missing());
            }
            if (!value.isEmpty()) {
                (field.kind() == ConnectorForm.Kind.SECRET ? secrets : settings).put(field.name(), value);
            }
        }
        Optional.ofNullable(answers.fields().get(Vault.WEBHOOK_SECRET))
                .filter(secret -> !secret.isBlank())
                .ifPresent(secret -> secrets.put(Vault.WEBHOOK_SECRET, secret.strip()));
        answers.label().ifPresent(AccountForms::requireLabel);
        UserId owner = answers.owner()
                .map(this::requireUser)
                .or(() -> actors.current().user())
                .orElseGet(users::proprietor);
        return new Checked(ShopAddress.of(answers.url()), settings, secrets, owner);
    }

    /** Whether an account stands as these very answers made it. */
    boolean made(Account account, Map<String, String> secrets, Checked checked, Answers answers) {
        return account.status() == Account.Status.ACTIVE
                && account.owner().equals(checked.owner())
                && answers.label()
                        .filter(label -> !label.equals(account.label()))
                        .isEmpty()
                && account.settings().entrySet().containsAll(checked.settings().entrySet())
                && !checked.secrets().isEmpty()
                && secrets.entrySet().containsAll(checked.secrets().entrySet());
    }

    /** Asks the shop whether it lets us in. */
    ShopProfile probe(ShopConnector connector, Checked checked, SourceAccountId id, Map<String, String> secrets) {
        ShopAccount account = new ShopAccount(id, checked.url(), checked.settings(), secrets);
        return connector.open(account, ways.to(id, connector.rateLimit())).probe();
    }

    Account apply(Account before, Change change, Map<String, String> secrets) {
        change.label().ifPresent(AccountForms::requireLabel);
        Map<String, String> settings = new HashMap<>(before.settings());
        if (!change.secrets().isEmpty()) {
            ShopConnector connector = connectors.require(before.kind());
            requireKnown(connector, change.secrets());
            Checked checked = new Checked(before.url(), before.settings(), secrets, before.owner());
            settings.putAll(probe(connector, checked, before.id(), secrets).settings());
        }
        Account.Status status = change.paused()
                .map(paused -> paused ? Account.Status.PAUSED : Account.Status.ACTIVE)
                .orElse(before.status());
        return copy(
                before,
                change.label().map(String::strip).orElse(before.label()),
                settings,
                change.owner().map(this::requireUser).orElse(before.owner()),
                status);
    }

    Account disconnected(Account account) {
        return copy(account, account.label(), account.settings(), account.owner(), Account.Status.DISCONNECTED);
    }

    private static Account copy(
            Account account, String label, Map<String, String> settings, UserId owner, Account.Status status) {
        return new Account(
                account.id(),
                account.kind(),
                label,
                account.url(),
                settings,
                owner,
                account.connectedAt(),
                status,
                account.reach(),
                account.reachReason(),
                Optional.empty(),
                account.version());
    }

    /** What the audit log shows. */
    Map<String, String> shown(Account account) {
        return Map.of(
                "label", account.label(),
                "owner", account.owner().value().toString(),
                "status", account.status().name());
    }

    private static void requireKnown(ShopConnector connector, Map<String, String> secrets) {
        for (String name : secrets.keySet()) {
            boolean known = name.equals(Vault.WEBHOOK_SECRET)
                    || connector.form().fields().stream()
                            .anyMatch(field -> field.name().equals(name) && field.kind() == ConnectorForm.Kind.SECRET);
            if (!known) {
                throw invalid(name, Reason.of("connector.no-such-secret", "shops of this kind have no such secret"));
            }
        }
    }

    private static void requireLabel(String label) {
        if (label.isBlank() || label.strip().length() > LONGEST_LABEL) {
            throw invalid("label", Reason.length(1, LONGEST_LABEL));
        }
    }

    private UserId requireUser(UserId user) {
        return users.find(user)
                .filter(found -> found.active())
                .orElseThrow(() ->
                        invalid("owner", Reason.of("connector.no-such-user", "there is no active user with this id")))
                .id();
    }

    private static KontorException invalid(String field, Reason reason) {
        return new KontorException(ConnectorError.FIELD, Map.of("field", field, "reason", reason));
    }
}
