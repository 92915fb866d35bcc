package io.kontor.store.internal;

import io.kontor.store.UuidConverter;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.MariaDBPlatform;

/**
 * How EclipseLink writes and reads our types: UUID as BINARY(16), also as {@code @Id}, and Instant as DATETIME(6) in
 * UTC, without a detour over the time zone of the process.
 */
public final class ColumnTypes extends MariaDBPlatform {

    /** Reads every column as the driver gives it, not as a java.sql.Timestamp in the zone of the process. */
    public ColumnTypes() {
        setShouldOptimizeDataConversion(false);
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (parameter instanceof UUID uuid) {
            statement.setBytes(index, UuidConverter.toBytes(uuid));
        } else if (parameter instanceof Instant instant) {
            statement.setObject(index, Parameters.utc(instant));
        } else if (parameter instanceof LocalDateTime moment) {
            statement.setObject(index, moment);
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, CallableStatement statement, String name, AbstractSession session) throws SQLException {
        if (parameter instanceof UUID uuid) {
            statement.setBytes(name, UuidConverter.toBytes(uuid));
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, name, session);
        }
    }

    /** Asked only while {@link #shouldOptimizeDataConversion} is off. */
    @Override
    public Object getObjectFromResultSet(ResultSet result, int column, int type, AbstractSession session)
            throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> result.getObject(column, LocalDateTime.class);
            case Types.DATE -> result.getObject(column, LocalDate.class);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> result.getBytes(column);
            default -> super.getObjectFromResultSet(result, column, type, session);
        };
    }

    @Override
    public <T> T convertObject(Object source, Class<T> type) {
        if (type == UUID.class && source instanceof byte[] bytes) {
            return type.cast(UuidConverter.fromBytes(bytes));
        }
        return super.convertObject(source, type);
    }
}
