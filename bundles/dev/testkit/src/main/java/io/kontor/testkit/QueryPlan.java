package io.kontor.testkit;

import io.kontor.store.Sql;
import java.util.List;
import java.util.Optional;

/**
 * How MariaDB answers a query, by its EXPLAIN: with it a test proves that a list has its index.
 *
 * @param steps one per table
 */
public record QueryPlan(List<Step> steps) {

    /**
     * What is done with one table.
     *
     * @param table its name or alias
     * @param index the index that is used, if any
     * @param notes what MariaDB says besides, for example {@code Using filesort}
     */
    public record Step(String table, Optional<String> index, String notes) {}

    public static QueryPlan of(Sql sql, String query, Object... parameters) {
        return new QueryPlan(sql.list(
                "explain " + query,
                row -> new Step(
                        row.optionalString("table").orElse(""),
                        row.optionalString("key"),
                        row.optionalString("Extra").orElse("")),
                parameters));
    }

    /** The indexes in the order of the tables; {@code none} where a table is read whole. */
    public List<String> indexes() {
        return steps.stream().map(step -> step.index().orElse("none")).toList();
    }

    /** Whether rows are sorted instead of read in their order. */
    public boolean sorts() {
        return steps.stream().anyMatch(step -> step.notes().contains("filesort"));
    }
}
