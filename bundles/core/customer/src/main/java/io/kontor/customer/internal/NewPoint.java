package io.kontor.customer.internal;

import io.kontor.customer.ContactPoint;
import java.util.Optional;

/**
 * A contact point that is not recorded yet.
 *
 * @param value normalised where it could be read, else as received
 */
public record NewPoint(ContactPoint.Kind kind, String value, Optional<String> label, boolean verified) {

    String matchKey() {
        return ContactValues.matchKey(kind, value);
    }
}
