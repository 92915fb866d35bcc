package io.kontor.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps a UUID to BINARY(16), most significant byte first, so that the index order is the order of creation. */
@Converter
public final class UuidConverter implements AttributeConverter<@Nullable UUID, byte @Nullable []> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable UUID value) {
        return value == null ? null : toBytes(value);
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(byte @Nullable [] column) {
        return column == null ? null : fromBytes(column);
    }

    public static byte[] toBytes(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    public static UUID fromBytes(byte[] column) {
        ByteBuffer bytes = ByteBuffer.wrap(column);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
