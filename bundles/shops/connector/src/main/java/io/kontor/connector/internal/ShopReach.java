package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopSession;
import io.kontor.connector.internal.http.ShopWays;
import io.kontor.kernel.KontorException;
import io.kontor.store.Transactions;
import io.kontor.webhooks.WebhookAddresses;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a shop can send us messages, and why not. */
@Component(service = ShopReach.class)
public final class ShopReach {

    private static final Logger LOG = LoggerFactory.getLogger(ShopReach.class);
    /** Failures that concern the webhooks alone; all others concern the whole shop. */
    private static final Set<ConnectorError> OF_WEBHOOKS =
            Set.of(ConnectorError.KEYS_REFUSED, ConnectorError.SHOP_FAILED, ConnectorError.ANSWER_UNREADABLE);

    private final AccountStore accounts;
    private final Vault vault;
    private final WebhookAddresses addresses;
    private final ShopWays ways;
    private final Transactions transactions;
    private final LocalAddress local;
    private final PublicUrl publicUrl;

    @Activate
    public ShopReach(
            @Reference AccountStore accounts,
            @Reference Vault vault,
            @Reference WebhookAddresses addresses,
            @Reference ShopWays ways,
            @Reference Transactions transactions,
            @Reference LocalAddress local,
            @Reference PublicUrl publicUrl) {
        this.accounts = accounts;
        this.vault = vault;
        this.addresses = addresses;
        this.ways = ways;
        this.transactions = transactions;
        this.local = local;
        this.publicUrl = publicUrl;
    }

    /** The address that the world knows the workspace by; empty where it knows none. */
    Optional<String> publicUrl() {
        return publicUrl.ofWorkspace();
    }

    /** Why a shop there cannot send us messages; empty if it can. */
    Optional<String> obstacle(URI shop) {
        if (base(shop).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(publicUrl()
                .map(url -> "The public address " + url + " is not encrypted, so the shop is asked every minute")
                .orElse("This installation has no public address, so the shop is asked every minute"));
    }

    /** What the shop's messages are addressed to: over the net always encrypted, inside the house as it comes. */
    private Optional<String> base(URI shop) {
        Optional<String> encrypted = publicUrl().filter(url -> url.startsWith("https://"));
        if (encrypted.isPresent()) {
            return encrypted;
        }
        if (!ways.isInHouse(shop)) {
            return Optional.empty();
        }
        return publicUrl().or(() -> local.towards(shop));
    }

    /** Registers and re-enables the shop's webhooks where they can reach us, and notes how it went. */
    Account.Reach check(Account account, ShopSession session) {
        Optional<String> obstacle = obstacle(account.url()).or(() -> ensure(account, session));
        Account.Reach reach = obstacle.isEmpty() ? Account.Reach.WEBHOOKS : Account.Reach.SWEEP;
        if (reach != account.reach() || !obstacle.equals(account.reachReason())) {
            transactions.run(() -> accounts.reach(account.id(), reach, obstacle));
        }
        return reach;
    }

    private Optional<String> ensure(Account account, ShopSession session) {
        String secret = vault.open(account.id()).get(Vault.WEBHOOK_SECRET);
        if (secret == null) {
            return Optional.of("The account has no secret for messages");
        }
        try {
            var report = session.ensureWebhooks(deliveryUrl(account), secret);
            if (!report.enabled().isEmpty()) {
                LOG.info("Shop {} had disabled {}; enabled again", account.id().value(), report.enabled());
            }
            return Optional.empty();
        } catch (KontorException e) {
            if (!(e.error() instanceof ConnectorError error) || !OF_WEBHOOKS.contains(error)) {
                throw e;
            }
            LOG.info("Shop {} does not take webhooks", account.id().value(), e);
            return Optional.of("The shop does not take webhooks: " + e.getMessage());
        }
    }

    private URI deliveryUrl(Account account) {
        String path = transactions.call(
                () -> addresses.open(account.kind(), account.id().value()));
        return URI.create(base(account.url()).orElseThrow() + path);
    }

    /** Takes our webhooks out of a shop that is being disconnected; a shop that does not answer keeps them in vain. */
    void leave(Account account, ShopSession session) {
        Optional<String> base = base(account.url());
        if (base.isEmpty()) {
            return;
        }
        try {
            session.removeWebhooks(
                    URI.create(base.get() + "/hook/" + account.id().value()));
        } catch (KontorException e) {
            LOG.info(
                    "The webhooks of shop {} stay, it does not answer",
                    account.id().value(),
                    e);
        }
    }
}
