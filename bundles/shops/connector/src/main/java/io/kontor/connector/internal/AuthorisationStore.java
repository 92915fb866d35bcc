package io.kontor.connector.internal;

import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connections that were begun by one button and wait for the shop's message; found by the digest of their state. */
@Component(service = AuthorisationStore.class)
public final class AuthorisationStore {

    private final Store store;

    /** What was asked for. */
    record Pending(String kind, String url, String label, UserId owner) {}

    @Activate
    public AuthorisationStore(@Reference(target = "(unit=connector)") Store store) {
        this.store = store;
    }

    void add(byte[] state, Pending pending, Instant until) {
        store.sql().update("""
                        insert into connector_authorisation (state_hash, kind, url, label, owner_id, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """, state, pending.kind(), pending.url(), pending.label(), pending.owner(), until);
    }

    /** Takes it out, so that it works once, whoever comes first; empty for what is unknown or over. */
    Optional<Pending> take(byte[] state, Instant now) {
        Optional<Pending> pending = store.sql()
                .one(
                        """
                        select kind, url, label, owner_id from connector_authorisation
                        where state_hash = ? and expires_at > ? for update
                        """,
                        row -> new Pending(
                                row.string("kind"),
                                row.string("url"),
                                row.string("label"),
                                new UserId(row.uuid("owner_id"))),
                        state,
                        now);
        pending.ifPresent(
                taken -> store.sql().update("delete from connector_authorisation where state_hash = ?", state));
        return pending;
    }

    void removeExpired(Instant now) {
        store.sql().update("delete from connector_authorisation where expires_at < ?", now);
    }
}
