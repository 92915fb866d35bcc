package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct.Nature;
import java.util.Optional;

/**
 * Which products are wanted; what is empty does not matter.
 *
 * @param namePrefix how the name begins
 * @param sku the whole article number
 * @param parent the product whose variants are wanted
 */
record CatalogFilter(
        Optional<String> namePrefix, Optional<String> sku, Optional<Nature> nature, Optional<ProductId> parent) {}
