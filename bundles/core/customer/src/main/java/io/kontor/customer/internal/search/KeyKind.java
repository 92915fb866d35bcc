package io.kontor.customer.internal.search;

/** The kinds of search keys; the code is what the database holds. */
enum KeyKind {
    /** A phone number's digits, with and without the country code. */
    PHONE("P"),
    /** The same from behind, so that the last digits are a prefix. */
    PHONE_REVERSED("R"),
    /** An e-mail address, its local part, its domain. */
    EMAIL("E"),
    /** A word of the name. */
    NAME("N"),
    /** A tax or other number, letters and digits only. */
    NUMBER("T");

    private final String code;

    KeyKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
