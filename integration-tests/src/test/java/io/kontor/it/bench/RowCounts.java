package io.kontor.it.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows each table of a few databases has, or how many more it has than before. */
record RowCounts(Map<String, Long> byTable) {

    static RowCounts of(Connection connection, List<String> catalogues) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables(connection, catalogues)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                counts.put(table, row.getLong(1));
            }
        }
        return new RowCounts(counts);
    }

    private static List<String> tables(Connection connection, List<String> catalogues) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("""
                select concat('`', table_schema, '`.`', table_name, '`') from information_schema.tables
                 where table_schema in (%s) and table_type = 'BASE TABLE'
                """.formatted("?, ".repeat(catalogues.size() - 1) + "?"))) {
            for (int i = 0; i < catalogues.size(); i++) {
                statement.setString(i + 1, catalogues.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
    }

    /** The tables that have more or fewer rows now. */
    RowCounts since(RowCounts before) {
        Map<String, Long> changed = new TreeMap<>();
        byTable.forEach((table, count) -> {
            long more = count - before.byTable.getOrDefault(table, 0L);
            if (more != 0) {
                changed.put(table, more);
            }
        });
        return new RowCounts(changed);
    }

    RowCounts times(int factor) {
        Map<String, Long> product = new TreeMap<>();
        byTable.forEach((table, count) -> product.put(table, count * factor));
        return new RowCounts(product);
    }

    /** Per operation, for example "customer 1, customer_search_key 6". */
    String describe(int operations) {
        return byTable.entrySet().stream()
                .map(table -> table.getKey().replaceAll(".*\\.|`", "") + " " + table.getValue() / operations)
                .collect(Collectors.joining(", "));
    }
}
