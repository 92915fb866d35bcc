package io.kontor.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.rest.RestError;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in the client's words what is wrong with a body: the path of the field, never our classes. */
final class BodyProblems {

    private BodyProblems() {}

    /** The client's mistake; a connection that broke while reading is passed on as it is. */
    static RuntimeException of(IOException failure) throws IOException {
        if (failure.getCause() instanceof KontorException known) {
            return known;
        }
        if (failure instanceof JsonMappingException mapping) {
            return mapping(mapping);
        }
        if (failure instanceof StreamConstraintsException) {
            return malformed("it is nested too deeply or has a number or name that is too long");
        }
        if (failure instanceof JsonProcessingException syntax) {
            return malformed(
                    syntax.getLocation() == null
                            ? "it ends too early"
                            : "line %d, column %d"
                                    .formatted(
                                            syntax.getLocation().getLineNr(),
                                            syntax.getLocation().getColumnNr()));
        }
        if (failure instanceof CharConversionException) {
            return malformed("it is not UTF-8");
        }
        throw failure;
    }

    static KontorException malformed(String reason) {
        return new KontorException(RestError.BODY_MALFORMED, Map.of("reason", reason));
    }

    private static RuntimeException mapping(JsonMappingException failure) throws IOException {
        if (failure.getCause() instanceof KontorException known) {
            return known;
        }
        if (failure.getCause() instanceof CharConversionException
                || failure.getCause() instanceof StreamConstraintsException) {
            return of((IOException) failure.getCause());
        }
        String field = path(failure);
        if (field.isEmpty()) {
            return malformed(reason(failure));
        }
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason(failure)));
    }

    private static String reason(JsonMappingException failure) {
        if (failure instanceof InvalidNullException) {
            return "it must not be null";
        }
        if (failure instanceof InvalidFormatException format) {
            Object[] choices = format.getTargetType().getEnumConstants();
            return choices == null
                    ? "it must be " + words(format.getTargetType())
                    : "it must be one of "
                            + Arrays.stream(choices).map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            String text = String.valueOf(failure.getOriginalMessage());
            if (text.startsWith("No content")) {
                return "it is empty";
            }
            return text.startsWith("Missing required") || mismatch.getTargetType() == null
                    ? "it is missing"
                    : "it must be " + words(mismatch.getTargetType());
        }
        boolean ours = failure.getCause() instanceof IllegalArgumentException
                && failure.getCause().getMessage() != null;
        return ours ? failure.getCause().getMessage() : "it cannot be understood";
    }

    private static String words(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == ObjectNode.class) {
            return "an object";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "an identifier (UUID)";
            case "Instant" -> "a moment such as 2026-11-22T10:00:00Z";
            case "LocalDate" -> "a date such as 2026-11-22";
            case "Currency" -> "an ISO 4217 code";
            case "ZoneId" -> "a time zone such as Europe/Berlin";
            default -> "an object";
        };
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
