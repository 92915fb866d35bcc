package io.kontor.customer;

import io.kontor.kernel.Ref;

/** What happened with a customer: an append-only list that every module writes to. An OSGi service. */
public interface Timeline {

    /**
     * Writes an entry in the current transaction. The same source and reference again replaces nothing and adds nothing.
     *
     * @return whether it was new
     */
    boolean append(TimelineEntry entry);

    /** Replaces the text of an entry whose facts changed, for example an order that was paid. */
    void revise(TimelineEntry entry);

    /** Takes back an entry. */
    void remove(String source, Ref reference);
}
