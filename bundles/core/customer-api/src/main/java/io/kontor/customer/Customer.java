package io.kontor.customer;

/** Somebody who owes or owns: a person or a company. There is no separate account or contact. */
public sealed interface Customer permits Person, Company {

    /** The identifier of the surviving record. */
    CustomerId id();

    /** What to call the customer in a list. */
    String name();

    /** What persons and companies have in common. */
    CustomerProfile profile();
}
