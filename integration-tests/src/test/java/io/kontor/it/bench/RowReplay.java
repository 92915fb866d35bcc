package io.kontor.it.bench;

import io.kontor.it.bench.RowSnapshot.StoredRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Writes the rows that one operation has added once more, and again: the same tables, columns and sizes in one
 * transaction by prepared statements, with new ids and new values where they must be unique. Rows that the operation
 * only read or changed are left out, so this is less than what its statements cost.
 */
final class RowReplay {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID = 16;

    private final Map<String, List<Cells>> byStatement = new LinkedHashMap<>();
    private final List<StoredRow> rows;

    /** The values of one row; those in {@code fresh} are made anew, and {@code null} is written for nothing. */
    private record Cells(List<Object> values, List<Boolean> fresh) {}

    private RowReplay(List<StoredRow> rows) {
        this.rows = rows;
    }

    static RowReplay of(RowSnapshot before, RowSnapshot after) {
        RowReplay replay = new RowReplay(after.since(before));
        replay.rows.forEach(row -> replay.add(row, before));
        return replay;
    }

    /** Which rows it writes: the tables with their numbers. */
    String describe() {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.table().name(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(table -> table.getKey().replaceAll(".*\\.|`", "") + " " + table.getValue())
                .collect(Collectors.joining(", "));
    }

    int size() {
        return rows.size();
    }

    /** Writes them; the transaction is the caller's. */
    void run(Connection connection) throws SQLException {
        Map<Object, Object> ids = new HashMap<>();
        for (Map.Entry<String, List<Cells>> each : byStatement.entrySet()) {
            try (PreparedStatement insert = connection.prepareStatement(each.getKey())) {
                for (Cells row : each.getValue()) {
                    bind(insert, row, ids);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private void add(StoredRow row, RowSnapshot before) {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Boolean> fresh = new ArrayList<>();
        List<String> unlike = unlike(row, before);
        for (int i = 0; i < row.values().size(); i++) {
            String column = row.table().columns().get(i);
            Object value = row.values().get(i);
            if (column.equals(row.table().counted()) || value == RowSnapshot.NOTHING) {
                continue;
            }
            columns.add("`" + column + "`");
            values.add(value);
            fresh.add(isNewId(value, before) || unlike.contains(column));
        }
        String statement = "insert into " + row.table().name() + " (" + String.join(", ", columns) + ") values ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        byStatement.computeIfAbsent(statement, any -> new ArrayList<>()).add(new Cells(values, fresh));
    }

    /** The columns that need a value of their own, because a unique index has no new id among its columns. */
    private static List<String> unlike(StoredRow row, RowSnapshot before) {
        List<String> unlike = new ArrayList<>();
        row.table().unique().values().forEach(index -> {
            boolean free = index.stream()
                    .anyMatch(column -> column.equals(row.table().counted())
                            || value(row, column) == RowSnapshot.NOTHING
                            || isNewId(value(row, column), before));
            if (!free) {
                unlike.add(index.stream()
                        .filter(column -> !before.has(value(row, column)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nothing is new in " + row)));
            }
        });
        return unlike;
    }

    private static Object value(StoredRow row, String column) {
        return row.values().get(row.table().columns().indexOf(column));
    }

    private static boolean isNewId(Object value, RowSnapshot before) {
        return value instanceof byte[] bytes && bytes.length == ID && !before.has(value);
    }

    private static void bind(PreparedStatement insert, Cells row, Map<Object, Object> ids) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.values().get(i);
            insert.setObject(
                    i + 1,
                    row.fresh().get(i)
                            ? ids.computeIfAbsent(RowSnapshot.comparable(value), old -> another(value))
                            : value);
        }
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
        if (value instanceof String text) {
            return random.ints(Math.max(12, text.length()), 0, LETTERS.length())
                    .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                    .collect(Collectors.joining());
        }
        return random.nextLong(Integer.MAX_VALUE);
    }
}
