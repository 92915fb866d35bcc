package io.kontor.webhooks;

import java.util.UUID;

/** The addresses under {@code /hook/} of the current workspace. An OSGi service. */
public interface WebhookAddresses {

    /**
     * Opens an address for an account, or returns the one it has. Joins the current transaction.
     *
     * @param kind the {@link WebhookSource#kind()} that understands its messages
     * @return the path to give to the foreign system, {@code /hook/<account>}
     */
    String open(String kind, UUID account);

    /** Closes it: later messages are answered with 404. */
    void close(UUID account);

    /**
     * Deletes messages of an account whose address is closed for good. Joins the current transaction.
     *
     * @return how many, at most as many as asked for
     */
    int forget(UUID account, int limit);

    /** How many messages to the account were refused because they were not signed as agreed. */
    long refused(UUID account);
}
