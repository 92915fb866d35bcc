package io.kontor.catalog;

import io.kontor.customer.ExternalId;
import java.util.Optional;

/** The products of the current workspace. Verbs join the current transaction. An OSGi service. */
public interface Catalog {

    /**
     * Takes in a listing; the first time it makes the product that it lists. An older version changes nothing.
     *
     * @return the product
     */
    ProductId receive(ReceivedProduct product);

    /** Marks a listing as gone; the product stays. */
    void delisted(ExternalId externalId);

    /** The product that a shop's listing stands for. */
    Optional<ProductId> listed(ExternalId externalId);
}
