package io.kontor.hostile.flooding;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;
import java.util.UUID;

/** An event that nobody needs. */
record Flooded(UUID id) implements DomainEvent {
    static final String NAME = "flooding.flooded";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ref subject() {
        return new Ref("drop", id);
    }
}
