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
 * @param emails the ones that the shop itself knows the customer by come first
 * @param country ISO 3166-1 alpha-2
 * @param since when the customer came into being
 */
public record ShopCustomer(
        Optional<Key> key,
        Optional<String> company,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> taxId,
        List<Email> emails,
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

    /**
     * An e-mail address.
     *
     * @param verified whether the shop itself knows the customer by it; an address that was only typed into a form is
     *     anybody's
     */
    public record Email(String address, boolean verified) {}

    /**
     * What the shop says about who this is. Where it knows the customer by an address, other addresses do not count: they
     * may be a colleague's.
     */
    public Identity identity(SourceAccountId account) {
        boolean vouched = emails.stream().anyMatch(Email::verified);
        return new Identity(
                key.map(known -> new ExternalId(account, known.type(), known.id())),
                emails.stream()
                        .filter(email -> email.verified() == vouched)
                        .map(Email::address)
                        .toList(),
                vouched,
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
                emails.stream().map(Email::address).toList(),
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
