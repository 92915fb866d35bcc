package io.kontor.connector.internal;

import io.kontor.catalog.Catalog;
import io.kontor.catalog.ProductId;
import io.kontor.catalog.ReceivedProduct;
import io.kontor.customer.ExternalId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Listings in memory. */
final class KeptCatalog implements Catalog {

    final Map<String, ReceivedProduct> kept = new LinkedHashMap<>();

    @Override
    public ProductId receive(ReceivedProduct product) {
        kept.put(product.externalId().id(), product);
        return new ProductId(new UUID(1, 1));
    }

    @Override
    public boolean ambiguous(ReceivedProduct product) {
        ReceivedProduct before = kept.get(product.externalId().id());
        return before != null && before.changedAt().equals(product.changedAt()) && !before.equals(product);
    }

    @Override
    public void delisted(ExternalId externalId) {
        kept.remove(externalId.id());
    }

    @Override
    public Optional<ProductId> listed(ExternalId externalId) {
        return Optional.empty();
    }
}
