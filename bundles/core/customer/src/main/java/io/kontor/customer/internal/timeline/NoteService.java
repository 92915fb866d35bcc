package io.kontor.customer.internal.timeline;

import io.kontor.access.AuditLog;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerEvent;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Notes;
import io.kontor.customer.Timeline;
import io.kontor.customer.TimelineEntry;
import io.kontor.customer.internal.CustomerQueries;
import io.kontor.events.Events;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes: written by colleagues, shown on the timeline, changed by their authors alone. */
@Component(service = {Notes.class, NoteService.class})
public final class NoteService implements Notes {

    /** How long a deleted note can be brought back. */
    static final Duration UNDO_WINDOW = Duration.ofMinutes(10);

    static final String SOURCE = "customer.note";

    private final Transactions transactions;
    private final NoteStore store;
    private final Timeline timeline;
    private final CustomerQueries customers;
    private final Events events;
    private final AuditLog audit;
    private final Jobs jobs;
    private final ActorContext actors;
    private final IdGenerator ids;
    private final Clock clock;

    @Activate
    public NoteService(
            @Reference Transactions transactions,
            @Reference NoteStore store,
            @Reference Timeline timeline,
            @Reference CustomerQueries customers,
            @Reference Events events,
            @Reference AuditLog audit,
            @Reference Jobs jobs,
            @Reference ActorContext actors,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.timeline = timeline;
        this.customers = customers;
        this.events = events;
        this.audit = audit;
        this.jobs = jobs;
        this.actors = actors;
        this.ids = ids;
        this.clock = clock;
    }

    Note write(CustomerId customer, String body) {
        return transactions.call(() -> {
            Customer about = customers.visible(customer);
            Actor author = actors.current();
            Note note = new Note(
                    ids.next(),
                    about.id(),
                    author.user(),
                    author.name(),
                    body,
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty());
            store.insert(note);
            timeline.append(entry(note));
            tell("customer.note-written", note, Map.of(), Map.of("body", body));
            return note;
        });
    }

    @Override
    public void note(CustomerId customer, String text) {
        write(customer, text);
    }

    Note edit(CustomerId customer, UUID id, String body) {
        return transactions.call(() -> {
            Note note = own(customer, id);
            Note edited = note.edited(body, clock.instant());
            store.update(edited);
            timeline.revise(entry(edited));
            tell("customer.note-edited", edited, Map.of("body", note.body()), Map.of("body", body));
            return edited;
        });
    }

    /** Deletes a note; {@link #restore} brings it back for as long as {@link #UNDO_WINDOW}. */
    void delete(CustomerId customer, UUID id) {
        transactions.run(() -> {
            Note note = own(customer, id);
            Instant now = clock.instant();
            store.update(note.deleted(Optional.of(now)));
            timeline.remove(SOURCE, reference(note));
            jobs.plan(NotePurge.JOB, id.toString(), now.plus(UNDO_WINDOW), new NotePurge.Data(id));
            tell("customer.note-deleted", note, Map.of("body", note.body()), Map.of());
        });
    }

    Note restore(CustomerId customer, UUID id) {
        return transactions.call(() -> {
            Note note = mine(customer, id);
            Instant deletedAt = note.deletedAt().orElseThrow(() -> new KontorException(CustomerError.NOTE_NOT_FOUND));
            if (clock.instant().isAfter(deletedAt.plus(UNDO_WINDOW))) {
                throw new KontorException(CustomerError.NOTE_UNDO_OVER);
            }
            Note restored = note.deleted(Optional.empty());
            store.update(restored);
            timeline.append(entry(restored));
            jobs.cancel(NotePurge.JOB, id.toString());
            tell("customer.note-restored", restored, Map.of(), Map.of("body", note.body()));
            return restored;
        });
    }

    private Note own(CustomerId customer, UUID id) {
        Note note = mine(customer, id);
        if (note.deletedAt().isPresent()) {
            throw new KontorException(CustomerError.NOTE_NOT_FOUND);
        }
        return note;
    }

    private Note mine(CustomerId customer, UUID id) {
        Note note = store.lock(id)
                .filter(found -> customers.visibleIds(customer).contains(found.customer()))
                .orElseThrow(() -> new KontorException(CustomerError.NOTE_NOT_FOUND));
        if (!note.author().equals(actors.current().user())) {
            throw new KontorException(CustomerError.NOTE_NOT_YOURS);
        }
        return note;
    }

    private static Ref reference(Note note) {
        return new Ref("note", note.id());
    }

    private static TimelineEntry entry(Note note) {
        return new TimelineEntry(
                note.customer(),
                Optional.empty(),
                SOURCE,
                reference(note),
                "customer.timeline.note",
                Map.of("author", note.authorName(), "text", note.body()),
                note.authorName() + ": " + note.body(),
                note.writtenAt());
    }

    private void tell(String action, Note note, Map<String, ?> before, Map<String, ?> after) {
        Customer customer = customers.visible(note.customer());
        events.publish(
                new CustomerEvent.Changed(customer.id(), customer.profile().version()));
        audit.record(action, new Ref("note", note.id()), before, after);
    }
}
