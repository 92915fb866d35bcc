package io.kontor.connector.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All rows of one account. */
@Component(service = DemoAccountStore.class)
public final class DemoAccountStore {

    private static final List<String> OF_ACCOUNT = List.of(
            "delete from connector_import where account_id = ?",
            "delete from connector_sweep where account_id = ?",
            "delete from connector_account where id = ?");

    private final Sql sql;

    @Activate
    public DemoAccountStore(@Reference(target = "(unit=connector)") Store store) {
        this.sql = store.sql();
    }

    /** @return how many documents that were set aside are deleted */
    int deleteLetters(SourceAccountId account, int limit) {
        return sql.update("delete from connector_dead_letter where account_id = ? limit ?", account, limit);
    }

    /** @return how many rows are deleted */
    int deleteAccount(SourceAccountId account) {
        return OF_ACCOUNT.stream()
                .mapToInt(statement -> sql.update(statement, account))
                .sum();
    }
}
