package io.kontor.customer;

/** What colleagues write down about a customer, shown on the timeline. An OSGi service. */
public interface Notes {

    /**
     * Writes a note in the name of the current actor, as plain text. Joins the current transaction.
     *
     * @throws io.kontor.kernel.KontorException {@code customer.not-found}
     */
    void note(CustomerId customer, String text);
}
