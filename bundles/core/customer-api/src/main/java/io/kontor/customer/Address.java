package io.kontor.customer;

import java.util.List;
import java.util.Optional;

/**
 * A postal address as given.
 *
 * @param lines street and house, in the order they are written
 * @param country ISO 3166-1 alpha-2, if known
 */
public record Address(
        Kind kind,
        List<String> lines,
        Optional<String> city,
        Optional<String> region,
        Optional<String> postcode,
        Optional<String> country) {

    /** What an address is for. */
    public enum Kind {
        BILLING,
        SHIPPING,
        POSTAL
    }
}
