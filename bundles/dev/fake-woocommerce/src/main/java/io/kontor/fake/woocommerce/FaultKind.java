package io.kontor.fake.woocommerce;

import java.util.Locale;

/** How a shop, its host or the way between misbehaves. */
public enum FaultKind {
    /** An answer with the rule's status (429, 500, 501, 503…) and an HTML body, as a host's firewall sends it. */
    STATUS,
    /** 429 above {@code limit} requests per {@code window}. */
    RATE_LIMIT,
    /** The answer takes {@code delay} longer. */
    LATENCY,
    /** A paragraph of HTML before the JSON. */
    HTML_BEFORE,
    /** A byte order mark before the JSON. */
    BOM_BEFORE,
    /** A PHP warning before the JSON. */
    PHP_WARNING,
    /** Half of the announced body, then the connection is closed. */
    TRUNCATED,
    /** The connection is closed without an answer. */
    RESET,
    /** Before a list of orders is answered somebody buys: pages shift while they are read. */
    PAGING_SHIFT,
    /** A webhook is delivered twice with one delivery id. */
    DELIVERY_DOUBLED,
    /** A webhook arrives after the one that follows it. */
    DELIVERY_REORDERED,
    /** A webhook is never sent. */
    DELIVERY_LOST,
    /** A webhook arrives {@code delay} later. */
    DELIVERY_LATE,
    /** The signature belongs to another secret. */
    DELIVERY_WRONG_SIGNATURE,
    /** The body is cut after it was signed. */
    DELIVERY_TRUNCATED;

    /** The name used in the control API, such as {@code rate-limit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean ofDelivery() {
        return name().startsWith("DELIVERY_");
    }

    static FaultKind of(String word) {
        for (FaultKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw RestError.invalidParameter("kind", word + " is unknown");
    }
}
