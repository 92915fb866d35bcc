package io.kontor.webhooks;

/**
 * A kind of foreign system that sends messages to {@code /hook/<account>}. Published as an OSGi service by the module
 * that understands them; while it is away the door holds a message for 10 s and then answers 503.
 */
public interface WebhookSource {

    /** The kind, as {@link WebhookAddresses#open} was given it. */
    String kind();

    /**
     * Looks at a message before it is stored. Runs with the workspace bound. It verifies the signature over the raw
     * bytes, in constant time, and reads no more than it needs.
     */
    Verdict verify(WebhookRequest request);

    /**
     * Processes a stored message, in a transaction of its own, in order per {@link Verdict.Accepted#subject}; an
     * exception means again later, and then a dead letter.
     */
    void process(StoredWebhook message);
}
