package io.kontor.store.internal;

import io.kontor.kernel.TypedId;
import io.kontor.store.UuidConverter;
import io.kontor.store.Values;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds parameters in the types that the columns have. */
final class Parameters {

    private Parameters() {}

    /** With the elements of values in their place. */
    static @Nullable Object[] spread(@Nullable Object[] parameters) {
        if (Arrays.stream(parameters).noneMatch(Values.class::isInstance)) {
            return parameters;
        }
        List<@Nullable Object> spread = new ArrayList<>();
        for (Object parameter : parameters) {
            if (parameter instanceof Values values) {
                spread.addAll(values.elements());
            } else {
                spread.add(parameter);
            }
        }
        return spread.toArray();
    }

    static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof Collection<?> values) {
                index = bindAll(statement, index, values);
            } else {
                bind(statement, index++, parameter);
            }
        }
    }

    /** An empty collection becomes a NULL, which is equal to nothing. */
    private static int bindAll(PreparedStatement statement, int first, Collection<?> values) throws SQLException {
        int end = first + StatementText.slots(values.size());
        Iterator<?> iterator = values.iterator();
        Object value = null;
        for (int index = first; index < end; index++) {
            value = iterator.hasNext() ? iterator.next() : value;
            bind(statement, index, value);
        }
        return end;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof UUID uuid) {
            statement.setBytes(index, UuidConverter.toBytes(uuid));
        } else if (value instanceof TypedId id) {
            statement.setBytes(index, UuidConverter.toBytes(id.value()));
        } else {
            bindRarer(statement, index, value);
        }
    }

    private static void bindRarer(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, utc(instant));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    /** As a DATETIME(6) holds it: cut to microseconds, so that what is read back is equal to what a test wrote. */
    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
