package io.kontor.order;

/** What is known of the money. */
public enum PaymentState {
    UNPAID,
    PARTIALLY_PAID,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    FAILED;

    /** Whether the order was paid at some time, refunded or not. */
    public boolean wasPaid() {
        return this == PAID || this == PARTIALLY_REFUNDED || this == REFUNDED;
    }
}
