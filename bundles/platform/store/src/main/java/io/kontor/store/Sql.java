package io.kontor.store;

import java.util.List;
import java.util.Optional;

/**
 * SQL with bound parameters, read straight into records.
 *
 * <p>Statements are constants: values go only into the {@code ?} placeholders. The token <code>{control}</code> stands for the
 * quoted name of the control database, for tables that a workspace's transaction writes there. Parameters may be
 * {@code String}, numbers, {@code Boolean}, {@code java.util.UUID} (BINARY(16)), {@code Instant} (DATETIME(6) in UTC),
 * {@code LocalDate}, {@code BigDecimal}, {@code byte[]}, {@code Enum} (its name), {@code io.kontor.kernel.TypedId},
 * {@code Optional} of these, or null. A {@code Collection} parameter fills {@code (?)} with as many placeholders as it
 * has elements; an empty one matches nothing. {@link Values} stand for their elements, except in a batch.
 */
public interface Sql {

    /** All rows of a query, in its order. */
    <T> List<T> list(String query, RowMapper<T> mapper, Object... parameters);

    /**
     * The only row of a query, or empty.
     *
     * @throws IllegalStateException if there are several
     */
    <T> Optional<T> one(String query, RowMapper<T> mapper, Object... parameters);

    /**
     * Changes rows.
     *
     * @return how many
     * @throws UniqueViolation if a unique key forbids it
     * @throws IllegalStateException inside {@link Transactions#read}
     */
    int update(String statement, Object... parameters);

    /** The same statement for many rows, sent together; each element holds one row's parameters. */
    int[] batch(String statement, List<Object[]> rows);

    /** The pattern for {@code like ? escape '!'} in which the text stands for itself, with anything after it. */
    static String beginsWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
