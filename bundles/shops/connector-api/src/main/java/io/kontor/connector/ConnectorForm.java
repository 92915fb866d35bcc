package io.kontor.connector;

import java.util.List;

/**
 * What it takes to connect a shop of a kind.
 *
 * @param name the shop system's own name, the same in every language
 * @param fields what to ask for beside the address
 * @param oneButton whether the shop can hand out the keys itself
 */
public record ConnectorForm(String name, List<Field> fields, boolean oneButton) {

    public ConnectorForm {
        fields = List.copyOf(fields);
    }

    /**
     * One question.
     *
     * @param name the key in {@link ShopAccount#settings()} or {@link ShopAccount#secrets()}
     * @param label the key of the text
     */
    public record Field(String name, Kind kind, String label, boolean required) {}

    /** How an answer is kept. */
    public enum Kind {
        /** Readable. */
        TEXT,
        /** Sealed; never shown again. */
        SECRET
    }
}
