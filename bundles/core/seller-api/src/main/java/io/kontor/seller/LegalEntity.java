package io.kontor.seller;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Who sells.
 *
 * @param name the legal name
 * @param country ISO 3166-1 alpha-2
 * @param currency what its books are kept in
 * @param zone what its calendar days are in
 * @param taxId its VAT or tax number, if any
 */
public record LegalEntity(
        LegalEntityId id, String name, String country, Currency currency, ZoneId zone, Optional<String> taxId) {}
