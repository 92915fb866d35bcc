package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct.Nature;
import io.kontor.seller.LegalEntityId;
import java.util.Optional;

/**
 * A product or variant as we see it; shops have their own view of it in their listings.
 *
 * @param parent the product that this is a variant of
 * @param edited whether a person named it: then listings no longer do
 * @param linkedTo the product that this one was joined to
 */
record Product(
        ProductId id,
        Optional<ProductId> parent,
        String name,
        Optional<String> sku,
        Nature nature,
        TaxCategory taxCategory,
        LegalEntityId legalEntity,
        boolean edited,
        Optional<ProductId> linkedTo,
        long version) {
    /** Which rate a product is taxed at; the rates themselves belong to billing. */
    enum TaxCategory {
        STANDARD,
        REDUCED,
        ZERO,
        EXEMPT
    }

    /** What a person may change. */
    record Facts(String name, Optional<String> sku, Nature nature, TaxCategory taxCategory) {}

    Facts facts() {
        return new Facts(name, sku, nature, taxCategory);
    }

    Product edited(Facts facts) {
        return new Product(
                id,
                parent,
                facts.name(),
                facts.sku(),
                facts.nature(),
                facts.taxCategory(),
                legalEntity,
                true,
                linkedTo,
                version + 1);
    }

    /** As the only listing tells it. */
    Product following(String listedName, Optional<String> listedSku, Nature listedNature) {
        return new Product(
                id,
                parent,
                listedName,
                listedSku,
                listedNature,
                taxCategory,
                legalEntity,
                edited,
                linkedTo,
                version + 1);
    }

    Product variantOf(ProductId product) {
        return new Product(
                id, Optional.of(product), name, sku, nature, taxCategory, legalEntity, edited, linkedTo, version + 1);
    }

    Product joinedTo(ProductId product) {
        return new Product(
                id, parent, name, sku, nature, taxCategory, legalEntity, edited, Optional.of(product), version + 1);
    }

    /** The same under the next version: something of it changed elsewhere. */
    Product touched() {
        return new Product(id, parent, name, sku, nature, taxCategory, legalEntity, edited, linkedTo, version + 1);
    }
}
