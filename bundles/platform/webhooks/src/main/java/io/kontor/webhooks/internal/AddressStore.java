package io.kontor.webhooks.internal;

import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The addresses of all workspaces, in the control database: the door must know the workspace before it is bound. */
@Component(service = AddressStore.class)
public final class AddressStore {

    private final Store store;

    @Activate
    public AddressStore(@Reference(target = "(unit=webhooks)") Store store) {
        this.store = store;
    }

    Optional<Address> find(UUID account) {
        return store.sql()
                .one(
                        """
                        select workspace, kind from {control}.webhooks_address where account = ?
                        """,
                        row -> new Address(account, new WorkspaceId(row.string("workspace")), row.string("kind")),
                        account);
    }

    void open(Address address, Instant now) {
        store.sql().update("""
                        insert into {control}.webhooks_address (account, workspace, kind, opened_at)
                        values (?, ?, ?, ?)
                        on duplicate key update kind = values(kind)
                        """, address.account(), address.workspace().value(), address.kind(), now);
    }

    void close(UUID account) {
        store.sql().update("delete from {control}.webhooks_address where account = ?", account);
    }

    /** Counts a refused message; nothing else of it is kept. */
    void refused(UUID account, Instant now) {
        store.sql().update("""
                        update {control}.webhooks_address set refused = refused + 1, refused_at = ? where account = ?
                        """, now, account);
    }

    long refused(UUID account) {
        return store.sql()
                .one(
                        "select refused from {control}.webhooks_address where account = ?",
                        row -> row.number("refused"),
                        account)
                .orElse(0L);
    }
}
