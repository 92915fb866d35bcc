package io.kontor.it.bench;

import io.kontor.it.bench.RowSnapshot.StoredRow;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The values that an operation has made and that cannot or would not come twice: ids, values that must be unique, and
 * texts by which rows are found. An id that was there before, as that of a customer, is none of them.
 */
final class FreshValues {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID = 16;
    private static final int SHORTEST_TEXT = 12;

    private final Set<Object> values = new HashSet<>();

    /** Others in their place during one repetition; each keeps its replacement. Used by several clients at a time. */
    final class Replacements {

        private final Map<Object, Object> made = new ConcurrentHashMap<>();

        @Nullable
        Object instead(@Nullable Object value) {
            if (!replaceable(value)) {
                return value;
            }
            Object known = RowSnapshot.comparable(value);
            return values.contains(known) ? made.computeIfAbsent(known, any -> another(value)) : value;
        }
    }

    private FreshValues() {}

    /** Of an operation that only reads. */
    static FreshValues none() {
        return new FreshValues();
    }

    static FreshValues of(RowSnapshot before, RowSnapshot after) {
        FreshValues fresh = new FreshValues();
        for (StoredRow row : after.since(before)) {
            fresh.addIds(row, before);
            fresh.addUnique(row, before);
            fresh.addIndexed(row, before);
        }
        return fresh;
    }

    Replacements replacements() {
        return new Replacements();
    }

    private void addIds(StoredRow row, RowSnapshot before) {
        row.values().stream().filter(value -> isNewId(value, before)).forEach(this::add);
    }

    /**
     * A unique index that has no new id needs another value. A number is left as it is: those that are unique are given
     * by the database, and one that were not would be refused when it comes again.
     */
    private void addUnique(StoredRow row, RowSnapshot before) {
        for (Set<String> index : row.table().unique().values()) {
            if (index.stream().map(row::value).noneMatch(value -> isNewId(value, before))) {
                index.stream()
                        .map(row::value)
                        .filter(FreshValues::replaceable)
                        .filter(value -> !before.has(value))
                        .findFirst()
                        .ifPresent(this::add);
            }
        }
    }

    private void addIndexed(StoredRow row, RowSnapshot before) {
        row.table().indexed().stream()
                .map(row::value)
                .filter(FreshValues::replaceable)
                .filter(value -> !before.has(value))
                .forEach(this::add);
    }

    private void add(Object value) {
        values.add(RowSnapshot.comparable(value));
    }

    private static boolean replaceable(@Nullable Object value) {
        return value instanceof byte[] || value instanceof String;
    }

    private static boolean isNewId(Object value, RowSnapshot before) {
        return value instanceof byte[] bytes && bytes.length == ID && !before.has(value);
    }

    private static Object another(Object value) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (value instanceof byte[] bytes) {
            if (bytes.length == ID) {
                return FullBoard.bytes(FreshIds.next());
            }
            byte[] other = new byte[bytes.length];
            random.nextBytes(other);
            return other;
        }
        char[] letters = new char[Math.max(SHORTEST_TEXT, ((String) value).length())];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return new String(letters);
    }
}
