package io.kontor.seller;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies a legal entity.
 *
 * @param value the identifier
 */
public record LegalEntityId(UUID value) implements TypedId {}
