package io.kontor.sample;

import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes every new customer: a note that is missing or doubled shows an event that was lost or came twice. */
@Component
public final class CustomerNotes implements EventConsumer {
    private final NoteStore notes;

    @Activate
    public CustomerNotes(@Reference NoteStore notes) {
        this.notes = notes;
    }

    @Override
    public String subscription() {
        return "sample.note-customers";
    }

    @Override
    public Set<String> events() {
        return Set.of("customer.registered");
    }

    @Override
    public void handle(ReceivedEvent event) {
        notes.note(event.subject().id());
    }
}
