package io.kontor.customer;

import java.util.Optional;

/**
 * A human customer.
 *
 * @param givenName the given name, if known
 * @param familyName the family name, if known
 */
public record Person(CustomerId id, Optional<String> givenName, Optional<String> familyName, CustomerProfile profile)
        implements Customer {

    @Override
    public String name() {
        String full = (givenName.orElse("") + " " + familyName.orElse("")).strip();
        return full.isEmpty() ? profile.contactName() : full;
    }
}
