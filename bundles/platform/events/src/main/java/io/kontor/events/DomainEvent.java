package io.kontor.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kontor.kernel.Ref;

/**
 * Something that happened. Implemented by records in a module's {@code -api}; the record's components are the JSON
 * payload. What consumers rely on is the name and the schema number, never the class.
 */
public interface DomainEvent {

    /** {@code <module>.<what happened>}, for example {@code pipeline.deal-won}; it never changes. */
    @JsonIgnore
    String name();

    /** The version of the payload's shape; fields are only added within one. */
    @JsonIgnore
    default int schema() {
        return 1;
    }

    /** What it happened to: events of one subject are handled in their order. */
    @JsonIgnore
    Ref subject();
}
