package io.kontor.connector.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Json;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of connected shops. */
@Component(service = AccountStore.class)
public final class AccountStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String SELECT = """
            select id, kind, label, url, settings, owner_id, connected_at, status, reach, reach_reason, failure,
                   failed_at, version
              from connector_account
            """;

    private final Store store;
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public AccountStore(@Reference(target = "(unit=connector)") Store store) {
        this.store = store;
    }

    List<Account> all() {
        return store.sql().list(SELECT + "where status <> 'DISCONNECTED' order by label, id", this::account);
    }

    /** Also a disconnected one. */
    Optional<Account> find(SourceAccountId id) {
        return store.sql().one(SELECT + "where id = ?", this::account, id);
    }

    Optional<Account> find(String kind, URI url) {
        return store.sql().one(SELECT + "where kind = ? and url = ?", this::account, kind, url.toString());
    }

    Optional<byte[]> secrets(SourceAccountId id) {
        return store.sql().one("select secrets from connector_account where id = ?", row -> row.bytes("secrets"), id);
    }

    /** @throws io.kontor.store.UniqueViolation if the address is connected */
    void add(Account account, byte[] secrets) {
        store.sql()
                .update(
                        """
                        insert into connector_account (id, kind, label, url, settings, secrets, owner_id, connected_at,
                                                       status, reach, reach_reason, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        account.id(),
                        account.kind(),
                        account.label(),
                        account.url().toString(),
                        json(account.settings()),
                        secrets,
                        account.owner(),
                        account.connectedAt(),
                        account.status(),
                        account.reach(),
                        account.reachReason(),
                        account.version());
    }

    /**
     * Writes what a person changed.
     *
     * @return whether the version was still the one before
     */
    boolean update(Account account, Optional<byte[]> secrets) {
        return store.sql()
                        .update(
                                """
                                update connector_account
                                set label = ?, settings = ?, secrets = coalesce(?, secrets), owner_id = ?, status = ?,
                                    reach = ?, reach_reason = ?, failure = null, failed_at = null, version = version + 1
                                where id = ? and version = ?
                                """,
                                account.label(),
                                json(account.settings()),
                                secrets,
                                account.owner(),
                                account.status(),
                                account.reach(),
                                account.reachReason(),
                                account.id(),
                                account.version())
                == 1;
    }

    void reach(SourceAccountId id, Account.Reach reach, Optional<String> reason) {
        store.sql().update("update connector_account set reach = ?, reach_reason = ? where id = ?", reach, reason, id);
    }

    void failed(SourceAccountId id, Account.Failure failure) {
        store.sql()
                .update(
                        "update connector_account set failure = ?, failed_at = ? where id = ?",
                        failure.words(),
                        failure.at(),
                        id);
    }

    /** @return whether there was a failure to clear */
    boolean recovered(SourceAccountId id) {
        return store.sql().update("""
                                update connector_account set failure = null, failed_at = null
                                where id = ? and failure is not null
                                """, id) > 0;
    }

    private Account account(Row row) {
        Optional<Account.Failure> failure =
                row.optionalString("failure").map(words -> new Account.Failure(words, row.instant("failed_at")));
        return new Account(
                new SourceAccountId(row.uuid("id")),
                row.string("kind"),
                row.string("label"),
                URI.create(row.string("url")),
                texts(row.string("settings")),
                new UserId(row.uuid("owner_id")),
                row.instant("connected_at"),
                row.enumeration("status", Account.Status.class),
                row.enumeration("reach", Account.Reach.class),
                row.optionalString("reach_reason"),
                failure,
                row.number("version"));
    }

    String json(Map<String, String> texts) {
        try {
            return mapper.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }

    Map<String, String> texts(String json) {
        try {
            return mapper.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of connector_account is damaged", e);
        }
    }
}
