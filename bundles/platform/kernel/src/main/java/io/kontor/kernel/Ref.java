package io.kontor.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * A pointer to a record of any module, for places that must not know the module's own types.
 *
 * @param type the record's type in the owner's words, for example {@code customer} or {@code deal}
 * @param id the record's identifier
 */
public record Ref(String type, UUID id) {

    public Ref {
        Objects.requireNonNull(id, "id");
        if (type.isBlank()) {
            throw new IllegalArgumentException("A reference needs a type");
        }
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
