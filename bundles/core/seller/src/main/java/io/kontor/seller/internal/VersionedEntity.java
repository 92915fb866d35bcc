package io.kontor.seller.internal;

import io.kontor.seller.LegalEntity;

/** A legal entity with the number of its changes, for {@code If-Match}. */
record VersionedEntity(LegalEntity entity, long version) {}
