package io.kontor.modules.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.Json;
import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.store.Row;
import java.util.Map;
import java.util.Optional;

/** A reason in two columns: its name, and what its words are filled with. */
final class StoredReason {

    private final JsonMapper json = Json.mapper();

    Optional<String> code(Optional<Reason> reason) {
        return reason.map(Reason::code);
    }

    Optional<String> arguments(Optional<Reason> reason) {
        return reason.map(known -> {
            try {
                return json.writeValueAsString(known.arguments());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Numbers and texts are always JSON", e);
            }
        });
    }

    Optional<Reason> of(Row row) {
        return row.optionalString("reason_code")
                .map(code -> ModuleReason.stored(
                        code,
                        row.optionalString("reason_arguments").map(this::read).orElse(Map.of())));
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored arguments of a reason are damaged", e);
        }
    }
}
