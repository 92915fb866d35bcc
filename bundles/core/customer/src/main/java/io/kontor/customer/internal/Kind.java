package io.kontor.customer.internal;

/** The two kinds of customers, as the database names them. */
enum Kind {
    PERSON,
    COMPANY
}
