package io.kontor.store.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Every Instant of every entity is a DATETIME(6) in UTC; EclipseLink by itself would store its serialised form. */
@Converter(autoApply = true)
public final class InstantConverter implements AttributeConverter<@Nullable Instant, @Nullable LocalDateTime> {

    @Override
    public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant value) {
        return value == null ? null : Parameters.utc(value);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
