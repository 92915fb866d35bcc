package io.kontor.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a PATCH (RFC 7396): a field that is absent stays, one that is null is cleared, any other is set.
 *
 * @param fields the JSON object
 */
public record MergePatch(ObjectNode fields) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch {}

    /**
     * Refuses fields that cannot be changed this way.
     *
     * @throws KontorException {@link KernelError#INVALID}
     */
    public MergePatch only(Set<String> changeable) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!changeable.contains(name)) {
                throw invalid(name, "it cannot be changed; changeable are " + List.copyOf(changeable));
            }
        });
        return this;
    }

    /**
     * As {@link #only(Set)} with the components of a record, which {@link Patches} names as well.
     *
     * @throws KontorException {@link KernelError#INVALID}
     */
    public MergePatch only(Class<? extends Record> shape) {
        return only(Stream.of(shape.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));
    }

    public boolean has(String field) {
        return fields.has(field);
    }

    /** The new text of a field, the present one if the patch does not name it, empty if it clears it. */
    public Optional<String> text(String field, Optional<String> present) {
        return value(field, present, node -> {
            if (!node.isTextual()) {
                throw invalid(field, "it must be text");
            }
            return node.textValue();
        });
    }

    /** As {@link #text}, for any type; {@code read} may throw {@link IllegalArgumentException} with the reason. */
    public <T> Optional<T> value(String field, Optional<T> present, Function<JsonNode, T> read) {
        JsonNode node = fields.get(field);
        if (node == null) {
            return present;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(node));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(field, String.valueOf(e.getMessage()));
        }
    }

    private static KontorException invalid(String field, String reason) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
    }
}
