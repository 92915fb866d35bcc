package io.kontor.store.internal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A text as the server prepares it, and the places of its result's columns, which are found once. */
final class PreparedText {

    private final String text;
    private volatile Map<String, Integer> columns = Map.of();

    PreparedText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The columns of the result by lower-case label. */
    Map<String, Integer> columns(ResultSet result) throws SQLException {
        Map<String, Integer> known = columns;
        if (known.isEmpty()) {
            known = find(result.getMetaData());
            columns = known;
        }
        return known;
    }

    private static Map<String, Integer> find(ResultSetMetaData metaData) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            found.putIfAbsent(metaData.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
        }
        return Collections.unmodifiableMap(found); // found faster than in a copy: one look for each value of each row
    }
}
