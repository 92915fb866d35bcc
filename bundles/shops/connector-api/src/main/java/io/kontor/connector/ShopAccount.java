package io.kontor.connector;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A connected shop, as its connector sees it.
 *
 * @param url the shop's address, without a slash at the end
 * @param settings readable answers of the form, and what {@link ShopSession#probe()} found out
 * @param secrets sealed answers, open here; never to be logged
 */
public record ShopAccount(SourceAccountId id, URI url, Map<String, String> settings, Map<String, String> secrets) {

    public ShopAccount {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws KontorException {@link ConnectorError#FIELD} if it is missing */
    public String secret(String name) {
        return Optional.ofNullable(secrets.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() ->
                        new KontorException(ConnectorError.FIELD, Map.of("field", name, "reason", Reason.missing())));
    }

    /** Names the account, never its secrets. */
    @Override
    public String toString() {
        return "shop " + id.value() + " at " + url;
    }
}
