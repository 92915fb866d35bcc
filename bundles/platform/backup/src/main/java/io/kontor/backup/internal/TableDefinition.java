package io.kontor.backup.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as the server describes it, and how its rows become text. Names of tables and columns come from the server's
 * own dictionary and are quoted; they are the only thing that a statement is put together from.
 *
 * @param create the statement that makes it, in one line
 * @param columns those that are stored, in their order
 * @param key the columns of the primary key; empty if there is none
 * @param rowBytes how long a row is on average, as the server estimates
 */
record TableDefinition(
        String schema, String name, String create, List<Column> columns, List<String> key, long rowBytes) {

    private static final Pattern NEXT_NUMBER = Pattern.compile(" AUTO_INCREMENT=\\d+");

    /** @param type the server's word, for example {@code varbinary} */
    record Column(String name, String type) {

        /** An SQL expression whose value is the literal for this column's value. Never null but for what is too long. */
        String literal() {
            String column = quoted(name);
            String text = switch (type) {
                case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                    "concat('x''', hex(" + column + "), '''')";
                case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "double", "year" ->
                    "convert(" + column + " using utf8mb4)";
                // As text a FLOAT has six digits; as DOUBLE it has all of them.
                case "float" -> "convert(cast(" + column + " as double) using utf8mb4)";
                case "bit" -> "convert(" + column + " + 0 using utf8mb4)";
                // One statement is one line: QUOTE leaves line breaks as they are.
                default ->
                    "replace(replace(quote(convert(" + column
                            + " using utf8mb4)), char(10 using utf8mb4), '\\\\n'), char(13 using utf8mb4), '\\\\r')";
            };
            return "if(" + column + " is null, 'NULL', " + text + ")";
        }
    }

    String qualified() {
        return quoted(schema) + "." + quoted(name);
    }

    /** Each row as {@code (1, 'text', x'00')}, in the order of the key, so that the same rows give the same text. */
    String selectRows() {
        List<String> order = key.isEmpty() ? columns.stream().map(Column::name).toList() : key;
        return columns.stream()
                        .map(Column::literal)
                        .collect(Collectors.joining(", ',', ", "select concat('(', ", ", ')')"))
                + " from " + qualified()
                + order.stream().map(TableDefinition::quoted).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** What stands before the rows. */
    String insert() {
        return columns.stream()
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", ", "insert into " + quoted(name) + " (", ") values "));
    }

    /** Whether it is still the same table; the next number of AUTO_INCREMENT is no part of it. */
    boolean sameAs(TableDefinition other) {
        return qualified().equals(other.qualified())
                && NEXT_NUMBER
                        .matcher(create)
                        .replaceAll("")
                        .equals(NEXT_NUMBER.matcher(other.create).replaceAll(""));
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
