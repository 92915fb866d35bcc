package io.kontor.access;

import io.kontor.kernel.Ref;
import java.util.Map;

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
}
