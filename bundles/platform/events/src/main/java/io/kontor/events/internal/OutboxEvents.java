package io.kontor.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.events.DomainEvent;
import io.kontor.events.Events;
import io.kontor.kernel.Json;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.store.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One per using bundle: the mapper remembers the bundle's classes, and goes away with it. */
@Component(scope = ServiceScope.BUNDLE)
public final class OutboxEvents implements Events {

    private final OutboxStore outbox;
    private final Sequencer sequencer;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final Clock clock;
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public OutboxEvents(
            @Reference OutboxStore outbox,
            @Reference Sequencer sequencer,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference Clock clock) {
        this.outbox = outbox;
        this.sequencer = sequencer;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @Override
    public void publish(DomainEvent event) {
        transactions.afterCommit(sequencer::wake);
        outbox.insert(
                workspaces.current(), event.name(), event.schema(), event.subject(), clock.instant(), payload(event));
    }

    private String payload(DomainEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event " + event.name() + " cannot be written as JSON", e);
        }
    }
}
