package io.kontor.customer;

import java.util.Optional;

/**
 * A customer that is a firm or another body.
 *
 * @param legalName the name as registered
 * @param taxId the tax or VAT number as given, if any
 */
public record Company(CustomerId id, String legalName, Optional<String> taxId, CustomerProfile profile)
        implements Customer {

    @Override
    public String name() {
        return legalName;
    }
}
