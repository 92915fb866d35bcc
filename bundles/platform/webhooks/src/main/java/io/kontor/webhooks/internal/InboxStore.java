package io.kontor.webhooks.internal;

import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Compressed;
import io.kontor.store.Store;
import io.kontor.webhooks.StoredWebhook;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The messages that were acknowledged. */
@Component(service = InboxStore.class)
public final class InboxStore {

    private final Store store;

    @Activate
    public InboxStore(@Reference(target = "(unit=webhooks)") Store store) {
        this.store = store;
    }

    /** @throws io.kontor.store.UniqueViolation if this delivery is there already */
    void add(WorkspaceId workspace, StoredWebhook message, String key) {
        store.sql()
                .update(
                        """
                        insert into {control}.webhooks_inbox
                          (id, workspace, account, delivery_key, topic, body, received_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        message.id(),
                        workspace.value(),
                        message.account(),
                        key,
                        message.topic(),
                        Compressed.of(message.body()),
                        message.receivedAt());
    }

    Optional<StoredWebhook> find(UUID id) {
        return store.sql()
                .one(
                        """
                        select account, topic, body, received_at from {control}.webhooks_inbox where id = ?
                        """,
                        row -> new StoredWebhook(
                                id,
                                row.uuid("account"),
                                row.string("topic"),
                                Compressed.expand(row.bytes("body")),
                                row.instant("received_at")),
                        id);
    }

    void processed(UUID id, Instant now) {
        store.sql().update("update {control}.webhooks_inbox set processed_at = ? where id = ?", now, id);
    }

    /** Removes messages of one account, whatever became of them. */
    int forget(WorkspaceId workspace, UUID account, int limit) {
        return store.sql()
                .update(
                        "delete from {control}.webhooks_inbox where workspace = ? and account = ? limit ?",
                        workspace.value(),
                        account,
                        limit);
    }

    /** Removes processed messages that are older; a limited number, so that no lock is held for long. */
    int forget(WorkspaceId workspace, Instant before, int limit) {
        return store.sql().update("""
                        delete from {control}.webhooks_inbox
                        where workspace = ? and received_at < ? and processed_at is not null
                        order by received_at limit ?
                        """, workspace.value(), before, limit);
    }
}
