package io.kontor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The types that are one JSON value, as the mapper of the product writes them. */
final class PlainSchemas {

    private record Plain(String type, String format) {}

    private static final Plain TEXT = new Plain("string", "");
    private static final Plain TRUTH = new Plain("boolean", "");
    private static final Plain INT = new Plain("integer", "int32");
    private static final Plain LONG = new Plain("integer", "int64");

    private static final Map<Class<?>, Plain> TYPES = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Locale.class, TEXT),
            Map.entry(Currency.class, TEXT),
            Map.entry(ZoneId.class, TEXT),
            Map.entry(URI.class, new Plain("string", "uri")),
            Map.entry(UUID.class, new Plain("string", "uuid")),
            Map.entry(Instant.class, new Plain("string", "date-time")),
            Map.entry(LocalDate.class, new Plain("string", "date")),
            Map.entry(byte[].class, new Plain("string", "byte")),
            Map.entry(boolean.class, TRUTH),
            Map.entry(Boolean.class, TRUTH),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(OptionalInt.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(OptionalLong.class, LONG),
            Map.entry(double.class, new Plain("number", "double")),
            Map.entry(BigDecimal.class, new Plain("number", "")));

    private PlainSchemas() {}

    static Optional<ObjectNode> of(Class<?> type) {
        if (type == Object.class || (JsonNode.class.isAssignableFrom(type) && type != ObjectNode.class)) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        if (type == ObjectNode.class) {
            return Optional.of(JsonNodeFactory.instance.objectNode().put("type", "object"));
        }
        return Optional.ofNullable(TYPES.get(type)).map(plain -> {
            ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", plain.type());
            return plain.format().isEmpty() ? schema : schema.put("format", plain.format());
        });
    }
}
