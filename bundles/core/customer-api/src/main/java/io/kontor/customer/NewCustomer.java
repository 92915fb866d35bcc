package io.kontor.customer;

import io.kontor.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of somebody at the first contact.
 *
 * @param company the firm's name; empty for a person
 * @param phones numbers in any notation; kept as E.164 where they can be read with the country
 * @param country ISO 3166-1 alpha-2 of the customer, if known
 * @param source first touch, for example {@code woocommerce}
 * @param since when the customer came into being, which for an import lies in the past
 */
public record NewCustomer(
        Optional<String> company,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> taxId,
        List<String> emails,
        List<String> phones,
        List<Address> addresses,
        Optional<String> country,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        Set<String> tags,
        Lifecycle lifecycle,
        UserId owner,
        Optional<String> source,
        Instant since) {}
