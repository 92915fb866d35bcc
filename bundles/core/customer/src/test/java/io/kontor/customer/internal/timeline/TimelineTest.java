package io.kontor.customer.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.customer.CustomerId;
import io.kontor.customer.TimelineEntry;
import io.kontor.customer.internal.CustomerCore;
import io.kontor.kernel.Actor;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Ref;
import io.kontor.kernel.UserId;
import io.kontor.testkit.PlayedRun;
import io.kontor.testkit.RecordingJobs;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "customer")
class TimelineTest {

    private final CustomerCore core;
    private final TimelineStore entries;
    private final TimelineService timeline;
    private final RecordingJobs jobs = new RecordingJobs();
    private final NoteStore noteStore;
    private final NoteService notes;

    TimelineTest(TestDatabase database) {
        core = new CustomerCore(database);
        entries = new TimelineStore(core.store, core.ids);
        timeline = new TimelineService(core.transactions, entries, core.listings, core.reader, core.queries);
        noteStore = new NoteStore(core.store);
        notes = new NoteService(
                core.transactions,
                noteStore,
                timeline,
                core.queries,
                core.events,
                core.audit,
                jobs,
                core.actors,
                core.ids,
                core.clock);
    }

    @Test
    void theSameReferenceIsWrittenOnce() {
        CustomerId anna = core.registered("Anna", "Meier");

        assertTrue(timeline.append(entry(anna, 1, "placed")));
        assertFalse(timeline.append(entry(anna, 1, "placed again")));

        assertEquals(List.of("placed"), texts(anna));
    }

    @Test
    void aRevisedEntryStaysInItsPlaceAndIsMadeIfItWasMissing() {
        CustomerId anna = core.registered("Anna", "Meier");
        timeline.append(entry(anna, 1, "placed"));

        timeline.revise(entry(anna, 1, "paid"));
        timeline.revise(entry(anna, 2, "second"));
        timeline.revise(entry(anna, 2, "second"));

        assertEquals(List.of("second", "paid"), texts(anna));
    }

    @Test
    void theLatestEntryIsTheLastActivityAlsoAfterItWasTakenBack() {
        CustomerId anna = core.registered("Anna", "Meier");
        timeline.append(entry(anna, 1, "placed"));
        timeline.append(entry(anna, 2, "second"));
        Instant second = core.listings.lastActivity(List.of(anna)).orElseThrow();

        timeline.remove("order.placed", new Ref("order", SequentialIds.of(2)));
        timeline.remove("order.placed", new Ref("order", SequentialIds.of(2)));

        assertEquals(at(2), second);
        assertEquals(Optional.of(at(1)), core.listings.lastActivity(List.of(anna)));
        assertEquals(List.of("placed"), texts(anna));
    }

    @Test
    void anEntryIsShownOnTheCustomerAndOnTheContact() {
        CustomerId acme = core.registered("Acme", "Corp");
        CustomerId anna = core.registered("Anna", "Meier");
        TimelineEntry plain = entry(acme, 1, "placed");
        timeline.append(new TimelineEntry(
                acme,
                Optional.of(anna),
                plain.source(),
                plain.reference(),
                plain.textKey(),
                plain.parameters(),
                plain.fallback(),
                plain.at()));

        assertEquals(List.of("placed"), texts(acme));
        assertEquals(List.of("placed"), texts(anna));
    }

    @Test
    void aMergedTimelineIsReadThroughAllIdsPageByPage() {
        CustomerId anna = core.registered("Anna", "Meier");
        CustomerId other = core.registered("Anne", "Meyer");
        for (int i = 1; i <= 7; i++) {
            timeline.append(entry(i % 2 == 0 ? anna : other, i, "e" + i));
        }
        core.customers.merge(anna, other);

        assertEquals(List.of("e7", "e6", "e5", "e4", "e3", "e2", "e1"), texts(other));
    }

    @Test
    void aNoteIsWrittenEditedDeletedAndBroughtBackByItsAuthor() {
        CustomerId anna = core.registered("Anna", "Meier");
        Note note = as(CustomerCore.PETRA, () -> notes.write(anna, "Call back"));
        as(CustomerCore.PETRA, () -> notes.edit(anna, note.id(), "Call back on Monday"));
        assertEquals(List.of("Petra Proprietor: Call back on Monday"), texts(anna));

        core.actors.run(CustomerCore.PETRA, () -> notes.delete(anna, note.id()));
        assertEquals(List.of(), texts(anna));
        as(CustomerCore.PETRA, () -> notes.restore(anna, note.id()));

        assertEquals(List.of("Petra Proprietor: Call back on Monday"), texts(anna));
        assertEquals(List.of(), jobs.plans());
    }

    @Test
    void nobodyElseChangesANote() {
        CustomerId anna = core.registered("Anna", "Meier");
        Note note = as(CustomerCore.PETRA, () -> notes.write(anna, "Call back"));
        Actor other = new Actor(Actor.Kind.USER, Optional.of(new UserId(SequentialIds.of(5))), "Nils");

        KontorException refused =
                assertThrows(KontorException.class, () -> as(other, () -> notes.edit(anna, note.id(), "No")));

        assertEquals("customer.note-not-yours", refused.error().code());
    }

    @Test
    void aDeletedNoteIsForgottenWhenTheUndoWindowIsOver() {
        CustomerId anna = core.registered("Anna", "Meier");
        Note note = as(CustomerCore.PETRA, () -> notes.write(anna, "Call back"));
        core.actors.run(CustomerCore.PETRA, () -> notes.delete(anna, note.id()));
        assertEquals(1, jobs.plans().size());

        core.clock.advance(NoteService.UNDO_WINDOW.plus(Duration.ofSeconds(1)));

        KontorException over =
                assertThrows(KontorException.class, () -> as(CustomerCore.PETRA, () -> notes.restore(anna, note.id())));
        new NotePurge(core.transactions, noteStore, core.clock).run(new PlayedRun(new NotePurge.Data(note.id())));
        assertEquals("customer.note-undo-over", over.error().code());
        assertEquals(Optional.empty(), core.transactions.call(() -> noteStore.lock(note.id())));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return core.actors.call(actor, work);
    }

    private List<String> texts(CustomerId id) {
        List<String> texts = new ArrayList<>();
        PageRequest page = PageRequest.first(2);
        while (true) {
            Page<TimelineStore.StoredEntry> found = timeline.page(id, page);
            found.items().forEach(entry -> texts.add(entry.entry().fallback()));
            if (found.next().isEmpty()) {
                return texts;
            }
            page = new PageRequest(found.next().map(Cursor::decode), 2);
        }
    }

    private static Instant at(int number) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number);
    }

    private static TimelineEntry entry(CustomerId customer, int number, String text) {
        return new TimelineEntry(
                customer,
                Optional.empty(),
                "order.placed",
                new Ref("order", SequentialIds.of(number)),
                "order.timeline.placed",
                Map.of("number", String.valueOf(number)),
                text,
                at(number));
    }
}
