package io.kontor.connector.internal;

import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopResource;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.store.Compressed;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents that were set aside; one per record of a shop. */
@Component(service = DeadLetterStore.class)
public final class DeadLetterStore {

    private static final int REASON_LENGTH = 500;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Store store;
    private final IdGenerator ids;

    @Activate
    public DeadLetterStore(@Reference(target = "(unit=connector)") Store store, @Reference IdGenerator ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Sets a document aside, or notes another failure of the same. One that was given up stays so until it changes. */
    void keep(SourceAccountId account, RejectedDocument document, Instant now) {
        store.sql()
                .update(
                        """
                        insert into connector_dead_letter
                          (id, account_id, resource, external_id, reason, document, attempts, first_at, last_at)
                        values (?, ?, ?, ?, ?, ?, 1, ?, ?)
                        on duplicate key update
                          discarded_at = if(document = values(document) and reason = values(reason), discarded_at, null),
                          reason = values(reason), document = values(document), attempts = attempts + 1,
                          last_at = values(last_at)
                        """,
                        ids.next(),
                        account,
                        document.resource(),
                        document.externalId(),
                        cut(document.reason()),
                        Compressed.of(document.original()),
                        now,
                        now);
    }

    /** @return whether one of them was set aside */
    boolean resolved(SourceAccountId account, ShopResource resource, List<String> externalIds) {
        return store.sql().update("""
                        delete from connector_dead_letter where account_id = ? and resource = ? and external_id in (?)
                        """, account, resource, externalIds) > 0;
    }

    boolean remove(SourceAccountId account, UUID id) {
        return store.sql().update("delete from connector_dead_letter where account_id = ? and id = ?", account, id) > 0;
    }

    /** Gives a document up: the shop may show the same one again and again, and nobody hears of it. */
    void discard(SourceAccountId account, UUID id, Instant now) {
        store.sql()
                .update(
                        "update connector_dead_letter set discarded_at = ? where account_id = ? and id = ?",
                        now,
                        account,
                        id);
    }

    /** Takes a document up again that was given up; whether there is one. */
    boolean restore(SourceAccountId account, UUID id) {
        return store.sql().update("""
                                update connector_dead_letter set discarded_at = null
                                where account_id = ? and id = ? and discarded_at is not null
                                """, account, id) > 0;
    }

    Optional<DeadLetter> find(SourceAccountId account, UUID id) {
        return store.sql().one("""
                        select id, account_id, resource, external_id, reason, attempts, first_at, last_at
                        from connector_dead_letter where account_id = ? and id = ? and discarded_at is null
                        """, DeadLetterStore::letter, account, id);
    }

    byte[] document(UUID id) {
        return store.sql()
                .one(
                        "select document from connector_dead_letter where id = ?",
                        row -> Compressed.expand(row.bytes("document")),
                        id)
                .orElseGet(() -> new byte[0]);
    }

    /** Latest failure first. */
    Page<DeadLetter> page(SourceAccountId account, PageRequest request) {
        Instant before = request.cursor().map(cursor -> cursor.instant(0)).orElse(END);
        UUID id = request.cursor().map(cursor -> cursor.uuid(1)).orElse(LAST);
        List<DeadLetter> rows =
                store.sql().list("""
                        select id, account_id, resource, external_id, reason, attempts, first_at, last_at
                        from connector_dead_letter
                        where account_id = ? and discarded_at is null and (last_at < ? or (last_at = ? and id < ?))
                        order by last_at desc, id desc limit ?
                        """, DeadLetterStore::letter, account, before, before, id, request.limit() + 1);
        return Page.of(rows, request.limit(), letter -> Cursor.of(letter.lastAt(), letter.id()));
    }

    /** How many wait, at most as many as asked for: a list is never counted to its end. */
    int count(SourceAccountId account, int most) {
        return store.sql().one("""
                        select count(*) as n
                        from (select 1 from connector_dead_letter where account_id = ? and discarded_at is null limit ?) as some
                        """, row -> row.integer("n"), account, most).orElse(0);
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.uuid("id"),
                new SourceAccountId(row.uuid("account_id")),
                row.enumeration("resource", ShopResource.class),
                row.string("external_id"),
                row.string("reason"),
                row.integer("attempts"),
                row.instant("first_at"),
                row.instant("last_at"));
    }

    private static String cut(String reason) {
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }
}
