package io.kontor.catalog;

import io.kontor.customer.ExternalId;
import io.kontor.kernel.UnitPrice;
import java.time.Instant;
import java.util.Optional;

/**
 * A product or variant as a shop tells it.
 *
 * @param externalId what the shop calls it
 * @param parent the product that this is a variant of
 * @param sku the shop's article number; an equal one elsewhere only proposes a link
 * @param nature what kind of thing it is
 * @param price what the shop asks, if it has a price
 * @param foreignState the shop's own word, for example {@code publish}
 * @param stock how many the shop has, if it counts
 * @param changedAt when the shop changed it last
 */
public record ReceivedProduct(
        ExternalId externalId,
        Optional<ExternalId> parent,
        String name,
        Optional<String> sku,
        Nature nature,
        Optional<UnitPrice> price,
        String foreignState,
        Optional<java.math.BigDecimal> stock,
        Instant changedAt) {

    /** What kind of thing is sold. */
    public enum Nature {
        GOODS,
        SERVICE,
        SOFTWARE
    }
}
