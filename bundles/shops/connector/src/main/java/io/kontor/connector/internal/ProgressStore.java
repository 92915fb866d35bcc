package io.kontor.connector.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Json;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far imports and sweeps have come, for the page that shows it and for the next sweep. */
@Component(service = ProgressStore.class)
public final class ProgressStore {

    private final Store store;
    private final JsonMapper mapper = Json.mapper();

    /**
     * Up to where, by the shop's clock, everything is taken over.
     *
     * @param customersWalkedAt when all customers were read last
     * @param sweptAt when the last sweep ended
     */
    record Sweep(
            Instant ordersUntil,
            Instant productsUntil,
            Optional<Instant> customersWalkedAt,
            Optional<Instant> sweptAt) {}

    @Activate
    public ProgressStore(@Reference(target = "(unit=connector)") Store store) {
        this.store = store;
    }

    void save(ImportProgress progress, Instant now) {
        try {
            store.sql().update("""
                            insert into connector_import (account_id, progress, changed_at) values (?, ?, ?)
                            on duplicate key update progress = values(progress), changed_at = values(changed_at)
                            """, progress.account(), mapper.writeValueAsString(progress), now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Progress is always JSON", e);
        }
    }

    Optional<ImportProgress> find(SourceAccountId account) {
        return store.sql()
                .one(
                        "select progress from connector_import where account_id = ?",
                        row -> read(row.string("progress")),
                        account);
    }

    private ImportProgress read(String json) {
        try {
            return mapper.readValue(json, ImportProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of connector_import is damaged", e);
        }
    }

    /** The first time: everything that is changed from this moment on is the sweep's, the rest the import's. */
    void beginSweep(SourceAccountId account, Instant from) {
        store.sql().update("""
                        insert into connector_sweep (account_id, orders_until, products_until) values (?, ?, ?)
                        on duplicate key update account_id = account_id
                        """, account, from, from);
    }

    Optional<Sweep> sweep(SourceAccountId account) {
        return store.sql()
                .one(
                        """
                        select orders_until, products_until, customers_walked_at, swept_at
                        from connector_sweep where account_id = ?
                        """,
                        row -> new Sweep(
                                row.instant("orders_until"),
                                row.instant("products_until"),
                                row.optionalInstant("customers_walked_at"),
                                row.optionalInstant("swept_at")),
                        account);
    }

    void ordersUntil(SourceAccountId account, Instant until) {
        store.sql()
                .update(
                        "update connector_sweep set orders_until = greatest(orders_until, ?) where account_id = ?",
                        until,
                        account);
    }

    void productsUntil(SourceAccountId account, Instant until) {
        store.sql()
                .update(
                        "update connector_sweep set products_until = greatest(products_until, ?) where account_id = ?",
                        until,
                        account);
    }

    void customersWalked(SourceAccountId account, Instant at) {
        store.sql().update("update connector_sweep set customers_walked_at = ? where account_id = ?", at, account);
    }

    void swept(SourceAccountId account, Instant at) {
        store.sql().update("update connector_sweep set swept_at = ? where account_id = ?", at, account);
    }
}
