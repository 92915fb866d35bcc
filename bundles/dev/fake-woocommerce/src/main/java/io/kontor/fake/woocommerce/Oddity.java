package io.kontor.fake.woocommerce;

import java.util.Locale;

/** What real shops are known to put into an order although the documentation says otherwise. */
public enum Oddity {
    /** The first line's product is gone: {@code product_id} 0 and {@code sku} null. */
    DELETED_PRODUCT,
    /** Quantities are strings. */
    STRING_QUANTITY,
    /** The first quantity is a fraction, 1.5. */
    DECIMAL_QUANTITY,
    /** Strings for numbers, numbers for strings, objects and arrays as meta values. */
    ODD_TYPES,
    /** Fields that no documentation names, at every level. */
    UNKNOWN_FIELDS,
    /** A status that a plugin made up. */
    UNKNOWN_STATUS,
    /** Neither customer nor e-mail, phone or name. */
    MISSING_CUSTOMER,
    /** The total is below zero. */
    NEGATIVE_TOTAL,
    /** One thousand lines. */
    OVERSIZED,
    /** The dates in UTC are missing, only the site-local ones are there. */
    LOCAL_DATES_ONLY,
    /** The currency symbol is an HTML entity. */
    ENTITY_SYMBOL;

    /** The name used in the control API, such as {@code deleted-product}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Oddity of(String word) {
        for (Oddity oddity : values()) {
            if (oddity.word().equals(word)) {
                return oddity;
            }
        }
        throw RestError.invalidParameter("oddities", word + " is unknown");
    }
}
