package io.kontor.catalog.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.kontor.catalog.ReceivedProduct.Nature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A product of a list as JSON. */
public record ProductJson(
        UUID id,
        Optional<UUID> parent,
        String name,
        Optional<String> sku,
        Nature nature,
        Product.TaxCategory taxCategory,
        UUID legalEntity,
        List<ListingJson> listings,
        long version) {
    /**
     * How one shop offers it.
     *
     * @param price decimal text in the major unit of {@code currency}
     * @param stock decimal text; absent where the shop does not count
     */
    public record ListingJson(
            UUID account,
            String externalId,
            String name,
            Optional<String> sku,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> price,
            Optional<String> currency,
            String foreignState,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> stock,
            boolean delisted,
            Instant changedAt) {
        static ListingJson of(Listing listing) {
            return new ListingJson(
                    listing.externalId().account().value(),
                    listing.externalId().id(),
                    listing.name(),
                    listing.sku(),
                    listing.price().map(price -> plain(price.amount())),
                    listing.price().map(price -> price.currency().getCurrencyCode()),
                    listing.foreignState(),
                    listing.stock().map(ListingJson::plain),
                    listing.delisted(),
                    listing.changedAt());
        }

        /** Without the zeros that the column pads with; {@code 100}, not {@code 1E+2}. */
        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    static ProductJson of(Product product, List<Listing> listings) {
        return new ProductJson(
                product.id().value(),
                product.parent().map(parent -> parent.value()),
                product.name(),
                product.sku(),
                product.nature(),
                product.taxCategory(),
                product.legalEntity().value(),
                listings.stream().map(ListingJson::of).toList(),
                product.version());
    }
}
