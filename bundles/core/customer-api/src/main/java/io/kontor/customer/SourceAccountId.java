package io.kontor.customer;

import io.kontor.kernel.TypedId;
import java.util.UUID;

/**
 * Identifies an account in a foreign system that records come from: a connector account or a channel account.
 *
 * @param value the identifier
 */
public record SourceAccountId(UUID value) implements TypedId {}
