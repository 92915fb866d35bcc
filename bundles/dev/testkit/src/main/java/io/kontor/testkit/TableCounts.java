package io.kontor.testkit;

import io.kontor.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows the tables of a unit have: before and after something that must leave nothing behind. */
public final class TableCounts {

    private TableCounts() {}

    /**
     * The rows of every table whose name begins with the module's word.
     *
     * @param module for example {@code order}
     */
    public static Map<String, Long> of(Sql sql, String module) {
        List<String> tables = sql.list("""
                select table_name as name from information_schema.tables
                 where table_schema = database() and (table_name = ? or table_name like concat(?, '!_%') escape '!')
                """, row -> row.string("name"), module, module);
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables) {
            counts.put(
                    table,
                    sql.one("select count(*) as n from " + table, row -> row.number("n"))
                            .orElseThrow());
        }
        return counts;
    }
}
