package io.kontor.connector;

/**
 * A document that cannot be taken over, with the reason for a person.
 *
 * @param resource what it is, or was sent as
 * @param externalId what the shop calls it; if it does not even say that, a digest of the document
 * @param reason in English, one sentence without personal data
 * @param original the document as received
 */
public record RejectedDocument(ShopResource resource, String externalId, String reason, byte[] original) {}
