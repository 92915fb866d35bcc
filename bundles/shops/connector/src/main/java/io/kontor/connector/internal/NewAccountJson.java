package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to connect a shop.
 *
 * @param fields answers to the fields of the kind's form
 */
record NewAccountJson(
        @Nullable String kind,
        @Nullable String url,
        Optional<String> label,
        @Nullable Map<String, String> fields,
        Optional<UUID> owner) {

    AccountForms.Answers answers() {
        return new AccountForms.Answers(
                required("kind", kind),
                required("url", url),
                label,
                fields == null ? Map.of() : fields,
                owner.map(UserId::new));
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new KontorException(ConnectorError.FIELD, Map.of("field", field, "reason", Reason.missing()));
        }
        return value;
    }
}
