package io.kontor.connector;

import io.kontor.catalog.ReceivedProduct;
import io.kontor.customer.ExternalId;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A product or variant as the shop tells it.
 *
 * @param externalId the shop's identifier; products and variants share one series
 * @param parent the product that this is a variant of
 * @param foreignState the shop's own word
 * @param stock how many the shop has, if it counts
 */
public record ShopProduct(
        String externalId,
        Optional<String> parent,
        String name,
        Optional<String> sku,
        ReceivedProduct.Nature nature,
        Optional<UnitPrice> price,
        String foreignState,
        Optional<BigDecimal> stock,
        Instant changedAt) {

    public ReceivedProduct received(SourceAccountId account) {
        return new ReceivedProduct(
                id(account, externalId),
                parent.map(product -> id(account, product)),
                name,
                sku,
                nature,
                price,
                foreignState,
                stock,
                changedAt);
    }

    /** The name under which the catalogue knows a product of a shop. */
    public static ExternalId id(SourceAccountId account, String product) {
        return new ExternalId(account, ShopResource.PRODUCT.word(), product);
    }
}
