package io.kontor.connector.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.customer.SourceAccounts;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells other modules what a connected shop is called. */
@Component
public final class ShopLabels implements SourceAccounts {

    private final AccountStore accounts;

    @Activate
    public ShopLabels(@Reference AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> label(SourceAccountId account) {
        return accounts.find(account).map(Account::label);
    }
}
