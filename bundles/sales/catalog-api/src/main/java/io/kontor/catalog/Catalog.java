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

    /**
     * Whether a known version carries the same change time and another content, so that only the shop can tell which is
     * the newer one. Changes nothing: the caller asks the shop and then receives what it says.
     */
    boolean ambiguous(ReceivedProduct product);

    /** Marks a listing as gone; the product stays. */
    void delisted(ExternalId externalId);

    /** The product that a shop's listing stands for. */
    Optional<ProductId> listed(ExternalId externalId);
}
