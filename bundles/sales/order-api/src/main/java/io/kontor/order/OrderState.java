package io.kontor.order;

/** How far the commitment has come, in our words; the shop's own word is kept beside it. */
public enum OrderState {
    OPEN,
    COMPLETED,
    CANCELLED
}
