package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAccount;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.KontorException;
import io.kontor.settings.Secrets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals and opens the secrets of an account; nothing else sees them in the clear but the connector. */
@Component(service = Vault.class)
public final class Vault {

    /** What the shop signs its messages with. */
    static final String WEBHOOK_SECRET = "webhookSecret";

    private final AccountStore accounts;
    private final Secrets secrets;
    private final Map<SourceAccountId, Opened> opened = new ConcurrentHashMap<>();

    /** What was opened last for an account; it counts as long as the sealed form is the same. */
    private record Opened(byte[] sealed, Map<String, String> plain) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    @Activate
    public Vault(@Reference AccountStore accounts, @Reference Secrets secrets) {
        this.accounts = accounts;
        this.secrets = secrets;
    }

    byte[] seal(SourceAccountId account, Map<String, String> plain) {
        return secrets.seal(accounts.json(plain), purpose(account));
    }

    Map<String, String> open(SourceAccountId account) {
        byte[] sealed =
                accounts.secrets(account).orElseThrow(() -> new KontorException(ConnectorError.ACCOUNT_UNKNOWN));
        Opened known = opened.get(account);
        if (known == null || !Arrays.equals(known.sealed(), sealed)) {
            known = new Opened(sealed, Map.copyOf(accounts.texts(secrets.open(sealed, purpose(account)))));
            opened.put(account, known);
        }
        return known.plain();
    }

    /** The account as its connector sees it. */
    ShopAccount opened(Account account) {
        return new ShopAccount(account.id(), account.url(), account.settings(), open(account.id()));
    }

    private static String purpose(SourceAccountId account) {
        return "connector:" + account.value();
    }
}
