package io.kontor.customer;

/**
 * A module's part of the sample data. Published as an OSGi service by every module that keeps rows of a source account;
 * after {@link DemoDataRemoved} they go in a job of their own, {@code <module>}{@link DemoRemovals#SUBSCRIPTION}. Once
 * seen, the removal waits for the module even while it is away.
 */
public interface DemoData {

    /** The module's word, for example {@code order}. */
    String module();

    /**
     * Deletes some of what came from the account, with what the timeline says of it. Joins the current transaction; it
     * is called again, in another one, until nothing is left, so it deletes as many as one transaction should.
     *
     * @return how many records are gone; 0 when none is left
     */
    int removeSome(SourceAccountId account);
}
