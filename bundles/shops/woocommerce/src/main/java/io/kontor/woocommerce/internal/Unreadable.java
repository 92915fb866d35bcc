package io.kontor.woocommerce.internal;

/** A document lacks what we cannot do without; the message is the reason for a person. Never leaves this package. */
final class Unreadable extends RuntimeException {

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
