package io.kontor.backup.internal;

import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Remembers in the control database which backups were made, and which keys its secrets are sealed with. */
@Component(service = BackupStore.class)
public final class BackupStore {

    private final Store store;
    private final Transactions transactions;

    /** A backup that was made. */
    record Made(Instant takenAt, String file, long bytes, long rows) {}

    /** What tells a key and shows whether it opens: the fingerprint, and something sealed with it. */
    record Probe(String fingerprint, byte[] sealed) {}

    @Activate
    public BackupStore(@Reference(target = "(unit=backup)") Store store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    void add(Manifest manifest, String file, long bytes) {
        transactions.run(() -> store.sql().update("""
                        insert into {control}.backup_made (taken_at, file, bytes, row_count) values (?, ?, ?, ?)
                        """, manifest.takenAt(), file, bytes, manifest.rows()));
    }

    Optional<Made> last() {
        return store.sql().one("""
                        select taken_at, file, bytes, row_count from {control}.backup_made
                        order by taken_at desc, id desc limit 1
                        """, BackupStore::made);
    }

    private static Made made(Row row) {
        return new Made(row.instant("taken_at"), row.string("file"), row.number("bytes"), row.number("row_count"));
    }

    SortedMap<Integer, Probe> probes() {
        SortedMap<Integer, Probe> probes = new TreeMap<>();
        store.sql()
                .list(
                        "select number, fingerprint, sealed from {control}.backup_key",
                        row -> Map.entry(
                                row.integer("number"), new Probe(row.string("fingerprint"), row.bytes("sealed"))))
                .forEach(probe -> probes.put(probe.getKey(), probe.getValue()));
        return probes;
    }

    void addProbe(int number, Probe probe) {
        transactions.run(() -> store.sql().update("""
                        insert ignore into {control}.backup_key (number, fingerprint, sealed) values (?, ?, ?)
                        """, number, probe.fingerprint(), probe.sealed()));
    }
}
