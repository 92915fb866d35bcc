package io.kontor.customer;

import java.util.List;
import java.util.Optional;

/**
 * What an order, a call or a mail tells about somebody.
 *
 * @param externalId what the source calls the customer; empty for guests and unknown callers
 * @param emails addresses as received
 * @param emailsVerified whether the source vouches that the customer owns the addresses
 * @param phones numbers as received, in any notation
 * @param country ISO 3166-1 alpha-2, to read national phone numbers with
 * @param anonymous whether the source hides who it is (marketplace relay, switchboard): then only the external id counts
 */
public record Identity(
        Optional<ExternalId> externalId,
        List<String> emails,
        boolean emailsVerified,
        List<String> phones,
        Optional<String> country,
        boolean anonymous) {}
