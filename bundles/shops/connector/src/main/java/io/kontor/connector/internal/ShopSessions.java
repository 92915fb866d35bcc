package io.kontor.connector.internal;

import io.kontor.connector.ShopConnector;
import io.kontor.connector.ShopSession;
import io.kontor.connector.internal.http.ShopWays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the conversation with a connected shop. */
@Component(service = ShopSessions.class)
public final class ShopSessions {

    private final ShopConnectors connectors;
    private final Vault vault;
    private final ShopWays ways;

    @Activate
    public ShopSessions(@Reference ShopConnectors connectors, @Reference Vault vault, @Reference ShopWays ways) {
        this.connectors = connectors;
        this.vault = vault;
        this.ways = ways;
    }

    /** @throws io.kontor.kernel.KontorException if nobody speaks its language now, or the account lacks something */
    ShopSession open(Account account) {
        ShopConnector connector = connectors.require(account.kind());
        return connector.open(vault.opened(account), ways.to(account.id(), connector.rateLimit()));
    }
}
