package io.kontor.customer.internal.field;

import java.util.List;

/**
 * A field that the workspace declared for its customers.
 *
 * @param key its stable name in the API, lower-case letters, digits and dashes
 * @param label what people read
 * @param choices what a {@link Type#CHOICE} may be
 */
public record CustomField(String key, String label, Type type, List<String> choices) {

    /** What values a field takes; numbers and dates as in ISO text. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE
    }
}
