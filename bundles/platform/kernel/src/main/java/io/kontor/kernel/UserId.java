package io.kontor.kernel;

import java.util.UUID;

/**
 * Identifies a colleague who logs in. It lives here because every record with an owner names one.
 *
 * @param value the identifier
 */
public record UserId(UUID value) implements TypedId {}
