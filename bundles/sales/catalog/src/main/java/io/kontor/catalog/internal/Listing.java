package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.customer.ExternalId;
import io.kontor.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How one shop offers a product.
 *
 * @param delisted whether the shop said that it is gone
 */
record Listing(
        UUID id,
        ProductId product,
        ExternalId externalId,
        String name,
        Optional<String> sku,
        Optional<UnitPrice> price,
        String foreignState,
        Optional<BigDecimal> stock,
        Instant changedAt,
        boolean delisted) {

    static Listing of(UUID id, ProductId product, ReceivedProduct received) {
        return new Listing(
                id,
                product,
                received.externalId(),
                received.name(),
                received.sku(),
                received.price(),
                received.foreignState(),
                received.stock(),
                received.changedAt(),
                false);
    }

    Listing gone() {
        return new Listing(id, product, externalId, name, sku, price, foreignState, stock, changedAt, true);
    }
}
