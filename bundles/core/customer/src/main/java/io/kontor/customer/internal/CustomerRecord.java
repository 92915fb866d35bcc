package io.kontor.customer.internal;

import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import io.kontor.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The single-valued facts that are recorded under one id. */
record CustomerRecord(
        CustomerId id,
        Kind kind,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> legalName,
        Optional<String> taxId,
        UserId owner,
        Lifecycle lifecycle,
        Optional<String> firstTouch,
        Optional<String> lastTouch,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        Optional<String> country,
        Instant createdAt,
        long version) {

    /** The same with the next version. */
    CustomerRecord next() {
        return versioned(version + 1);
    }

    CustomerRecord versioned(long newVersion) {
        return new CustomerRecord(
                id,
                kind,
                givenName,
                familyName,
                legalName,
                taxId,
                owner,
                lifecycle,
                firstTouch,
                lastTouch,
                locale,
                zone,
                country,
                createdAt,
                newVersion);
    }

    /** The same after a purchase that came from {@code source}. */
    CustomerRecord bought(String source) {
        return new CustomerRecord(
                id,
                kind,
                givenName,
                familyName,
                legalName,
                taxId,
                owner,
                Lifecycle.CUSTOMER,
                firstTouch.or(() -> Optional.of(source)),
                Optional.of(source),
                locale,
                zone,
                country,
                createdAt,
                version);
    }
}
