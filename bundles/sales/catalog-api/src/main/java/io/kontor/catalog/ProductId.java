package io.kontor.catalog;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a product or one of its variants.
 *
 * @param value the identifier
 */
public record ProductId(UUID value) implements TypedId {}
