package io.kontor.fake.woocommerce;

import java.time.DateTimeException;
import java.time.Instant;

/** Moments in the control API: ISO 8601 with a {@code Z}. */
final class Moments {
    private Moments() {}

    static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RestError(400, "fake_invalid_moment", text + " is no moment like 2026-01-31T12:00:00Z", e);
        }
    }
}
