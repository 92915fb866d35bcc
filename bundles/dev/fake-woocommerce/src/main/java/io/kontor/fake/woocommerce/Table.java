package io.kontor.fake.woocommerce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents of one kind, indexed by id, creation and last modification. Its shop's lock guards it. */
final class Table {
    /** The indexes. */
    enum Index {
        ID,
        CREATED,
        MODIFIED
    }

    private final TreeMap<Long, Entry> byId = new TreeMap<>();
    private final TreeSet<Entry> byCreated =
            new TreeSet<>(Comparator.comparing(Entry::created).thenComparingLong(Entry::id));
    private final TreeSet<Entry> byModified =
            new TreeSet<>(Comparator.comparing(Entry::modified).thenComparingLong(Entry::id));

    void put(Entry entry) {
        remove(entry.id());
        byId.put(entry.id(), entry);
        byCreated.add(entry);
        byModified.add(entry);
    }

    Optional<Entry> get(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Entry> remove(long id) {
        Optional<Entry> old = Optional.ofNullable(byId.remove(id));
        old.ifPresent(entry -> {
            byCreated.remove(entry);
            byModified.remove(entry);
        });
        return old;
    }

    /** All entries in this order. */
    Collection<Entry> sorted(Index index, boolean descending) {
        return switch (index) {
            case ID -> descending ? byId.descendingMap().values() : byId.values();
            case CREATED -> direction(byCreated, descending);
            case MODIFIED -> direction(byModified, descending);
        };
    }

    private static Collection<Entry> direction(NavigableSet<Entry> set, boolean descending) {
        return descending ? set.descendingSet() : set;
    }

    List<Entry> all() {
        return new ArrayList<>(byId.values());
    }

    int size() {
        return byId.size();
    }
}
