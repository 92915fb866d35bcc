package io.kontor.store;

/** Makes a record out of a row. */
@FunctionalInterface
public interface RowMapper<T> {

    T map(Row row);
}
