package io.kontor.connector.internal;

import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopDelivery;
import io.kontor.customer.SourceAccountId;
import io.kontor.webhooks.StoredWebhook;
import io.kontor.webhooks.Verdict;
import io.kontor.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages of shops: whether they are genuine, and what they change. */
@Component(service = ShopDeliveries.class)
public final class ShopDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(ShopDeliveries.class);

    private final AccountStore accounts;
    private final Vault vault;
    private final ShopIntake intake;

    @Activate
    public ShopDeliveries(@Reference AccountStore accounts, @Reference Vault vault, @Reference ShopIntake intake) {
        this.accounts = accounts;
        this.vault = vault;
        this.intake = intake;
    }

    Verdict verify(ShopConnector connector, WebhookRequest request) {
        SourceAccountId account = new SourceAccountId(request.account());
        String secret = vault.open(account).getOrDefault(Vault.WEBHOOK_SECRET, "");
        DeliveryVerdict verdict =
                connector.verify(new ShopDelivery(Optional.empty(), request.headers(), request.body()), secret);
        if (verdict instanceof DeliveryVerdict.Genuine genuine) {
            return new Verdict.Accepted(genuine.key(), genuine.topic(), subject(account, genuine.subject()));
        }
        if (verdict instanceof DeliveryVerdict.Forged forged) {
            return new Verdict.Rejected(forged.reason());
        }
        return new Verdict.Ignored();
    }

    /** The same record of the same account always gets the same name. */
    private static UUID subject(SourceAccountId account, String record) {
        return UUID.nameUUIDFromBytes((account.value() + " " + record).getBytes(StandardCharsets.UTF_8));
    }

    /** Joins the transaction of the subscription. */
    void process(ShopConnector connector, StoredWebhook message) {
        Optional<Account> found = accounts.find(new SourceAccountId(message.account()))
                .filter(account -> account.status() != Account.Status.DISCONNECTED);
        if (found.isEmpty()) {
            LOG.info("A message for account {} came after it was disconnected", message.account());
            return;
        }
        Account account = found.get();
        ShopDelivery delivery = new ShopDelivery(Optional.of(message.topic()), Map.of(), message.body());
        for (ShopChange change : connector.read(delivery, vault.opened(account))) {
            intake.take(account, change);
        }
    }
}
