package io.kontor.catalog.internal;

import io.kontor.catalog.ProductId;
import java.time.Instant;

/**
 * Two products of different accounts have the same article number; a person says whether they are one.
 *
 * @param product the older one
 */
record LinkProposal(ProductId product, ProductId other, String sku, Instant proposedAt) {
    /** What a person said. */
    enum Decision {
        CONFIRMED,
        REJECTED
    }
}
