package io.kontor.woocommerce.internal;

import static io.kontor.woocommerce.internal.WooClient.parameters;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAuthorisation;
import io.kontor.kernel.KontorException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;

/** The shop's page {@code /wc-auth/v1/authorize}: its owner agrees, the shop makes keys and posts them to us. */
final class WooAuthorisation implements ShopAuthorisation {

    private final WooJson json;

    WooAuthorisation(WooJson json) {
        this.json = json;
    }

    @Override
    public URI page(URI shop, String state, URI callback, URI back) {
        String query = OAuth1.query(parameters(
                "app_name",
                "Kontor",
                "scope",
                "read_write",
                "user_id",
                state,
                "return_url",
                back.toString(),
                "callback_url",
                callback.toString()));
        return URI.create(shop + "/wc-auth/v1/authorize?" + query);
    }

    @Override
    public Map<String, String> keys(byte[] message, String state) {
        try {
            WooFields fields = new WooFields(json.read(message), ZoneOffset.UTC);
            if (!fields.text("user_id").filter(state::equals).isPresent()) {
                throw new Unreadable("it answers another question");
            }
            return Map.of(
                    WooConfig.KEY, fields.text("consumer_key").orElseThrow(() -> new Unreadable("the key is missing")),
                    WooConfig.SECRET,
                            fields.text("consumer_secret").orElseThrow(() -> new Unreadable("the secret is missing")));
        } catch (Unreadable e) {
            throw new KontorException(ConnectorError.AUTHORISATION_UNREADABLE, Map.of("reason", e.getMessage()), e);
        }
    }
}
