package io.kontor.store.internal;

import io.kontor.store.Row;
import io.kontor.store.StoreException;
import io.kontor.store.UuidConverter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row on which the result set stands. */
final class ResultRow implements Row {

    private final ResultSet result;
    private final Map<String, Integer> columns;

    ResultRow(ResultSet result, Map<String, Integer> columns) {
        this.result = result;
        this.columns = columns;
    }

    @FunctionalInterface
    private interface Getter<T> {
        @Nullable
        T get(ResultSet result, int column) throws SQLException;
    }

    private <T> Optional<T> optional(String column, Getter<T> getter) {
        try {
            T value = getter.get(result, index(column));
            return result.wasNull() ? Optional.empty() : Optional.ofNullable(value);
        } catch (SQLException e) {
            throw new StoreException("The column " + column + " cannot be read", e);
        }
    }

    private <T> T required(String column, Getter<T> getter) {
        try {
            T value = getter.get(result, index(column));
            if (value == null || result.wasNull()) {
                throw new IllegalStateException("The column " + column + " is NULL; read it with optional…");
            }
            return value;
        } catch (SQLException e) {
            throw new StoreException("The column " + column + " cannot be read", e);
        }
    }

    private int index(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            index = columns.get(column.toLowerCase(Locale.ROOT));
        }
        if (index == null) {
            throw new IllegalArgumentException("The query has no column " + column + "; it has " + columns.keySet());
        }
        return index;
    }

    @Override
    public String string(String column) {
        return required(column, ResultSet::getString);
    }

    @Override
    public Optional<String> optionalString(String column) {
        return optional(column, ResultSet::getString);
    }

    @Override
    public UUID uuid(String column) {
        return UuidConverter.fromBytes(required(column, ResultSet::getBytes));
    }

    @Override
    public Optional<UUID> optionalUuid(String column) {
        return optional(column, ResultSet::getBytes).map(UuidConverter::fromBytes);
    }

    @Override
    public Instant instant(String column) {
        return required(column, ResultRow::moment).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Optional<Instant> optionalInstant(String column) {
        return optional(column, ResultRow::moment).map(moment -> moment.toInstant(ZoneOffset.UTC));
    }

    private static @Nullable LocalDateTime moment(ResultSet result, int column) throws SQLException {
        return result.getObject(column, LocalDateTime.class);
    }

    @Override
    public LocalDate date(String column) {
        return required(column, ResultRow::day);
    }

    @Override
    public Optional<LocalDate> optionalDate(String column) {
        return optional(column, ResultRow::day);
    }

    private static @Nullable LocalDate day(ResultSet result, int column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    @Override
    public long number(String column) {
        return required(column, ResultSet::getLong);
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
        return optional(column, ResultSet::getLong);
    }

    @Override
    public int integer(String column) {
        return required(column, ResultSet::getInt);
    }

    @Override
    public BigDecimal decimal(String column) {
        return required(column, ResultSet::getBigDecimal);
    }

    @Override
    public Optional<BigDecimal> optionalDecimal(String column) {
        return optional(column, ResultSet::getBigDecimal);
    }

    @Override
    public boolean bool(String column) {
        return required(column, ResultSet::getBoolean);
    }

    @Override
    public byte[] bytes(String column) {
        return required(column, ResultSet::getBytes);
    }

    @Override
    public <E extends Enum<E>> E enumeration(String column, Class<E> type) {
        return Enum.valueOf(type, string(column));
    }
}
