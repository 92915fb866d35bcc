package io.kontor.connector;

import io.kontor.customer.Address;
import io.kontor.customer.ExternalId;
import io.kontor.customer.Identity;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the shop tells about a buyer or a registered customer.
 *
 * @param key how the shop recognises the customer; empty if only e-mail and phone can tell
 * @param company the firm's name, where the customer is a firm and no person is named
 * @param emailsVerified whether the shop itself tells customers apart by these addresses
 * @param country ISO 3166-1 alpha-2
 * @param since when the customer came into being
 */
public record ShopCustomer(
        Optional<Key> key,
        Optional<String> company,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> taxId,
        List<String> emails,
        boolean emailsVerified,
        List<String> phones,
        List<Address> addresses,
        Optional<String> country,
        Optional<Locale> locale,
        Lifecycle lifecycle,
        Instant since) {

    public ShopCustomer {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
    }

    /**
     * The shop's identifier.
     *
     * @param type the shop's word for the type of record
     */
    public record Key(String type, String id) {}

    /** What the shop says about who this is. */
    public Identity identity(SourceAccountId account) {
        return new Identity(
                key.map(known -> new ExternalId(account, known.type(), known.id())),
                emails,
                emailsVerified,
                phones,
                country,
                false);
    }

    /** What to register if nobody is known. */
    public NewCustomer newcomer(UserId owner, String source) {
        return new NewCustomer(
                company,
                givenName,
                familyName,
                taxId,
                emails,
                phones,
                addresses,
                country,
                locale,
                Optional.empty(),
                Set.of(),
                lifecycle,
                owner,
                Optional.of(source),
                since);
    }
}
