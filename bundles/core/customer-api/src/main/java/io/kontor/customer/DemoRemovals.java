package io.kontor.customer;

import java.util.List;

/** How far the modules have come in removing the sample data of an account. An OSGi service. */
public interface DemoRemovals {

    /** Ends the name of each module's subscription to {@link DemoDataRemoved}, and of its job; before it, its word. */
    String SUBSCRIPTION = ".demo-data";

    /**
     * One module's part.
     *
     * @param removed how many records are gone
     * @param done whether none is left
     */
    record Part(String module, long removed, boolean done) {}

    /** The parts of all modules that take part, also of those that have not begun or are away; by their words. */
    List<Part> parts(SourceAccountId account);

    /** Forgets what was noted, once everything is gone. Joins the current transaction. */
    void forget(SourceAccountId account);
}
