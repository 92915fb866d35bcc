package io.kontor.access;

import io.kontor.kernel.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Who did what to which record. Services call it in their own transaction. An OSGi service. */
public interface AuditLog {

    /**
     * Writes an entry for the current actor.
     *
     * @param action {@code <module>.<verb>}, for example {@code pipeline.deal-moved}
     * @param subject the record
     * @param before the changed fields as they were; empty for something new
     * @param after the changed fields as they are; empty for something removed. No secrets.
     */
    void record(String action, Ref subject, Map<String, ?> before, Map<String, ?> after);

    /**
     * Writes an entry about a change, with the fields alone that differ.
     *
     * @param before the record as it was
     * @param after the record as it is
     */
    default void recordChange(String action, Ref subject, Map<String, ?> before, Map<String, ?> after) {
        record(action, subject, without(before, after), without(after, before));
    }

    private static Map<String, ?> without(Map<String, ?> fields, Map<String, ?> same) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.entrySet().removeIf(field -> Objects.equals(field.getValue(), same.get(field.getKey())));
        return rest;
    }
}
