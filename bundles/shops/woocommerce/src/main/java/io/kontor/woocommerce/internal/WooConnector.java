package io.kontor.woocommerce.internal;

import io.kontor.connector.ConnectorForm;
import io.kontor.connector.DeliveryVerdict;
import io.kontor.connector.RateLimit;
import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopAccount;
import io.kontor.connector.ShopAuthorisation;
import io.kontor.connector.ShopChange;
import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopDelivery;
import io.kontor.connector.ShopHttp;
import io.kontor.connector.ShopSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** WooCommerce. */
@Component
public final class WooConnector implements ShopConnector {

    static final String KIND = "woocommerce";

    /**
     * The shop itself sets no limit; its host may, without saying so before it answers 429. One request follows another
     * anyway, and a real shop takes a fifth of a second for each.
     */
    private static final RateLimit PACE = new RateLimit(Duration.ofSeconds(1), 20, 40, Duration.ZERO);

    private static final ConnectorForm FORM = new ConnectorForm(
            "WooCommerce",
            List.of(
                    new ConnectorForm.Field(
                            WooConfig.KEY, ConnectorForm.Kind.SECRET, "woocommerce.field.consumerKey", true),
                    new ConnectorForm.Field(
                            WooConfig.SECRET, ConnectorForm.Kind.SECRET, "woocommerce.field.consumerSecret", true)),
            true);

    private final Clock clock;
    private final WooJson json = new WooJson();
    private final WooWebhook webhook = new WooWebhook(json);

    @Activate
    public WooConnector(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ConnectorForm form() {
        return FORM;
    }

    @Override
    public RateLimit rateLimit() {
        return PACE;
    }

    @Override
    public ShopSession open(ShopAccount account, ShopHttp http) {
        WooConfig config = WooConfig.of(account);
        WooClient client = new WooClient(
                config, account.secret(WooConfig.KEY), account.secret(WooConfig.SECRET), http, json, clock);
        return new WooSession(config, client, new WooMapper(json, config), new WooWebhooks(client, json), clock);
    }

    @Override
    public Optional<ShopAuthorisation> authorisation() {
        return Optional.of(new WooAuthorisation(json));
    }

    @Override
    public DeliveryVerdict verify(ShopDelivery delivery, String secret) {
        return webhook.verify(delivery, secret);
    }

    @Override
    public List<ShopChange> read(ShopDelivery delivery, ShopAccount account) {
        return webhook.read(delivery, new WooMapper(json, WooConfig.of(account)));
    }

    @Override
    public ShopChange reread(RejectedDocument document, ShopAccount account) {
        return webhook.reread(document, new WooMapper(json, WooConfig.of(account)));
    }
}
