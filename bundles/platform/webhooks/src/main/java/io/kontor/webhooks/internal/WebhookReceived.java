package io.kontor.webhooks.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;
import java.util.UUID;

/**
 * A message lies in the inbox. Each kind has an event of its own, so that the messages of a module that is away wait and
 * no others do.
 */
record WebhookReceived(UUID message, UUID account, String kind, UUID about) implements DomainEvent {

    static String nameFor(String kind) {
        return "webhooks.received-" + kind;
    }

    @Override
    @JsonIgnore
    public String name() {
        return nameFor(kind);
    }

    @Override
    @JsonIgnore
    public Ref subject() {
        return new Ref("webhook", about);
    }
}
