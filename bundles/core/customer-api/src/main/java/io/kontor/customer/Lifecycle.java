package io.kontor.customer;

/** Whether somebody has bought. */
public enum Lifecycle {
    PROSPECT,
    CUSTOMER,
    FORMER
}
