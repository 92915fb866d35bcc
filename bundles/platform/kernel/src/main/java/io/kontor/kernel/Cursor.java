package io.kontor.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sort key of the last row of a page: lists go on after it by an index, they never count rows.
 *
 * @param keys the parts of the key in their order; for example an instant and an id
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(String::valueOf).toList());
    }

    /** The text that clients carry; it means nothing to them. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that {@link #encode()} made.
     *
     * @throws KontorException {@link KernelError#CURSOR} if the text is something else
     */
    public static Cursor decode(String text) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw new KontorException(KernelError.CURSOR, Map.of(), e);
        }
    }

    /** The part at the index as text; a missing part means that the cursor belongs to another list. */
    public String text(int index) {
        if (index >= keys.size()) {
            throw new KontorException(KernelError.CURSOR);
        }
        return keys.get(index);
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw new KontorException(KernelError.CURSOR, Map.of(), e);
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(text(index));
        } catch (DateTimeParseException e) {
            throw new KontorException(KernelError.CURSOR, Map.of(), e);
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw new KontorException(KernelError.CURSOR, Map.of(), e);
        }
    }
}
