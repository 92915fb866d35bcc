package io.kontor.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/**
 * A problem document (RFC 9457) as every door of Kontor answers it.
 *
 * @param type {@code urn:kontor:problem:<code>}
 * @param title the family of the problem, in English
 * @param status the HTTP status
 * @param code the stable name, which translations go by
 * @param detail what is wrong and what to do, in English
 * @param arguments what the detail's placeholders stand for; with a {@link Reason} also {@code reasonCode}, by which its
 *     words are found in other languages, and the arguments of these words
 * @param fields what is wrong with which field of the body, by its path ({@code lines[2].quantity}); there where the
 *     error's arguments name a {@code field}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, Object> arguments,
        Map<String, Field> fields) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a client may try again; becomes the header {@code Retry-After}. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private static final int SHORT_PAUSE_SECONDS = 2;
    private static final JsonMapper JSON = Json.mapper();

    /** What is wrong with one field. */
    public record Field(String code, String message) {}

    public static Problem of(KontorException exception) {
        return of(exception.error(), exception.getMessage(), exception.arguments());
    }

    public static Problem of(ErrorCode error, String detail, Map<String, Object> arguments) {
        Map<String, Object> plain = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value instanceof Reason reason) {
                plain.put(name + "Code", reason.code());
                reason.arguments().forEach((key, argument) -> plain.putIfAbsent(key, plain(argument)));
            }
        });
        arguments.forEach((name, value) -> plain.put(name, plain(value)));
        return new Problem(
                "urn:kontor:problem:" + error.code(),
                title(error.kind()),
                error.kind().status(),
                error.code(),
                detail,
                plain,
                fields(error, detail, plain));
    }

    /** The seconds that {@code Retry-After} names; 0 where trying again is no use. */
    @JsonIgnore
    public int retryAfterSeconds() {
        if (arguments.get(RETRY_AFTER) instanceof Number seconds) {
            return seconds.intValue();
        }
        return status == ErrorKind.UNAVAILABLE.status() ? SHORT_PAUSE_SECONDS : 0;
    }

    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem of plain values is always JSON", e);
        }
    }

    /** Answers a request with the problem. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        if (retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", retryAfterSeconds());
        }
        byte[] body = toJson();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A module's own classes must not stay in a mapper that outlives it. */
    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private static Map<String, Field> fields(ErrorCode error, String detail, Map<String, Object> arguments) {
        if (arguments.get("field") instanceof String field) {
            return Map.of(field, new Field(error.code(), String.valueOf(arguments.getOrDefault("reason", detail))));
        }
        return Map.of();
    }

    private static String title(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> "The request is not valid";
            case UNAUTHENTICATED -> "Log in first";
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case NOT_ALLOWED -> "Method not allowed";
            case NOT_ACCEPTABLE -> "Not acceptable";
            case CONFLICT -> "Conflict";
            case STALE -> "Changed in the meantime";
            case TOO_LARGE -> "Too large";
            case UNSUPPORTED_MEDIA -> "Unsupported media type";
            case MISDIRECTED -> "Wrong host";
            case UNPROCESSABLE -> "Cannot be done";
            case PRECONDITION_REQUIRED -> "A precondition is missing";
            case TOO_MANY -> "Too many requests";
            case INTERNAL -> "Internal error";
            case BAD_GATEWAY -> "A foreign system failed";
            case UNAVAILABLE -> "Not available now";
        };
    }
}
